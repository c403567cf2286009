package org.heatwatch.store;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import org.heatwatch.errors.FileProblem;
import org.heatwatch.mail.Mail;

/** Delivers mail to a folder, as files that mail programs open. */
public record MailFolder(Path folder) {
    private static final LocalTime NOON = LocalTime.NOON;

    /** Writes a mail; a mail that was written before is written to the same file. */
    public Path deliver(Mail mail) {
        String name = "%s-%s-%s-%s.eml"
                .formatted(mail.asOf(), mail.siteId(), mail.kind().code(), mail.run());
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), bytes(mail));
        } catch (IOException e) {
            throw new StoreUnusable(
                    "%s: cannot be written: %s; check the disk and its permissions"
                            .formatted(folder, FileProblem.of(e)),
                    e);
        }
    }

    private static byte[] bytes(Mail mail) throws IOException {
        String id = "%s.%s.%s@heatwatch.invalid"
                .formatted(mail.siteId(), mail.kind().code(), mail.run());
        try {
            MimeMessage message = new Identified(id);
            message.setFrom(new InternetAddress("heatwatch@heatwatch.invalid", "Heat Watch"));
            message.setRecipients(Message.RecipientType.TO, "you@heatwatch.invalid");
            message.setSubject(mail.subject(mail.language()), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(mail.asOf().atTime(NOON).toInstant(ZoneOffset.UTC)));
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot encode a mail", e);
        }
    }

    /** Has a fixed message id, so that a mail program shows a mail once even if it is delivered twice. */
    private static final class Identified extends MimeMessage {
        private final String id;

        private Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
