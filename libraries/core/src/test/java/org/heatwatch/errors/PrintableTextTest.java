package org.heatwatch.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTextTest {
    @Test
    void charactersThatControlATerminalAreShownByTheirCodes() {
        assertThat(PrintableText.of("a\u001b[2Jb\u0007\u009bc\u0000")).isEqualTo("a\\u001b[2Jb\\u0007\\u009bc\\u0000");
        assertThat(PrintableText.of("safe\u202egpj.exe\u2066")).isEqualTo("safe\\u202egpj.exe\\u2066");
    }

    @Test
    void linesBecomeOne() {
        assertThat(PrintableText.of("Factory\r\nBcc: x\n\ty")).isEqualTo("Factory Bcc: x y");
    }

    @Test
    void namesInAnyWritingStay() {
        for (String name :
                new String[] {"\uac1c\uc131 \uacf5\ub2e8", "\u0645\u0635\u0646\u0639\u200f", "\ud83c\udfed", "caf\u00e9"
                }) {
            assertThat(PrintableText.of(name)).isEqualTo(name);
        }
        assertThat(PrintableText.of("\ud83c alone \udfed")).isEqualTo("\\ud83c alone \\udfed");
    }

    @Test
    void messagesOfErrorsArePrintable() {
        assertThat(new ProductUnreadable("id\u001b[31m", "bad\r\nthing", "retry"))
                .hasMessage("id\\u001b[31m: bad thing; retry");
    }
}
