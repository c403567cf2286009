package org.heatwatch.functions.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A message as a mail program reads it.
 *
 * @param types content types in order
 * @param pictures content of the parts that are pictures
 */
record MailParts(
        MimeMessage message, List<String> types, String text, String html, List<byte[]> pictures, String pictureId) {

    static MailParts of(byte[] bytes) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        List<BodyPart> parts = new ArrayList<>();
        List<String> types = new ArrayList<>(List.of(bare(message.getContentType())));
        collect((Multipart) message.getContent(), parts, types);
        String text = "";
        String html = "";
        String id = "";
        List<byte[]> pictures = new ArrayList<>();
        for (BodyPart part : parts) {
            if (part.isMimeType("text/plain")) {
                text = ((String) part.getContent()).replace("\r\n", "\n");
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.isMimeType("image/png")) {
                try (InputStream stream = part.getInputStream()) {
                    pictures.add(stream.readAllBytes());
                }
                id = part.getHeader("Content-ID")[0];
            }
        }
        return new MailParts(message, types, text, html, pictures, id);
    }

    private static void collect(Multipart multipart, List<BodyPart> parts, List<String> types)
            throws MessagingException, IOException {
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            types.add(bare(part.getContentType()));
            if (part.getContent() instanceof Multipart inner) {
                collect(inner, parts, types);
            } else {
                parts.add(part);
            }
        }
    }

    private static String bare(String contentType) {
        int end = contentType.indexOf(';');
        return end < 0 ? contentType : contentType.substring(0, end);
    }

    String header(String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : String.join(", ", values);
    }
}
