package org.heatwatch.aws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Attribute values. Doubles are kept as text: DynamoDB's own numbers are decimals of 38 digits within 1e-130 to 1e126,
 * which is not every double, and a minus before a zero is lost.
 */
final class Items {
    private Items() {}

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(int number) {
        return AttributeValue.fromN(Integer.toString(number));
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue bytes(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    static AttributeValue exact(double number) {
        return text(Double.toString(number));
    }

    static AttributeValue exact(double... numbers) {
        return AttributeValue.fromL(
                Arrays.stream(numbers).mapToObj(Items::exact).toList());
    }

    static AttributeValue texts(Collection<String> texts) {
        return AttributeValue.fromL(texts.stream().map(Items::text).toList());
    }

    static String text(Map<String, AttributeValue> item, String key) {
        return value(item, key).s();
    }

    static int integer(Map<String, AttributeValue> item, String key) {
        return Integer.parseInt(value(item, key).n());
    }

    static long longNumber(Map<String, AttributeValue> item, String key) {
        return Long.parseLong(value(item, key).n());
    }

    static boolean flag(Map<String, AttributeValue> item, String key) {
        return value(item, key).bool();
    }

    static byte[] bytes(Map<String, AttributeValue> item, String key) {
        return value(item, key).b().asByteArray();
    }

    static double number(Map<String, AttributeValue> item, String key) {
        return Double.parseDouble(text(item, key));
    }

    static List<Double> numbers(Map<String, AttributeValue> item, String key) {
        List<Double> numbers = new ArrayList<>();
        value(item, key).l().forEach(number -> numbers.add(Double.parseDouble(number.s())));
        return numbers;
    }

    static List<String> texts(Map<String, AttributeValue> item, String key) {
        return value(item, key).l().stream().map(AttributeValue::s).toList();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String key) {
        AttributeValue value = item.get(key);
        if (value == null) {
            throw new IllegalStateException("item %s has no %s".formatted(item.get("sk"), key));
        }
        return value;
    }
}
