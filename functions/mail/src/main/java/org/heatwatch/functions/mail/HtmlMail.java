package org.heatwatch.functions.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.heatwatch.api.FileNames;
import org.heatwatch.aws.EmailText;
import org.heatwatch.mail.Mail;

/**
 * A mail as a MIME message: the plain text that SNS sends and, as an alternative, the same in HTML with a picture in
 * the message. Programs group the mails of a site, because all refer to one message id that no message has.
 *
 * @param picture the heat map as PNG; empty if there is none
 * @param dashboard address of the dashboard; empty if readers of mails have none
 */
record HtmlMail(Mail mail, Optional<byte[]> picture, MailAddresses addresses, Optional<URI> dashboard) {
    private static final String SENDER = "Heat Watch";
    private static final String PICTURE_ID = "heatmap@heatwatch";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String HTML = "text/html; charset=UTF-8";

    /**
     * The message in the form of RFC 5322. The recipients are not in it.
     *
     * @param sent time of sending
     */
    byte[] message(Instant sent) {
        try {
            MimeMessage message = new Identified(
                    "<%s.%s.%s@%s>".formatted(mail.siteId(), mail.kind().code(), mail.run(), addresses.domain()));
            headers(message, sent);
            MimeMultipart alternatives = new MimeMultipart("alternative");
            alternatives.addBodyPart(text());
            alternatives.addBodyPart(html());
            message.setContent(alternatives);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("cannot encode a mail", e);
        }
    }

    private void headers(MimeMessage message, Instant sent) throws MessagingException, IOException {
        InternetAddress sender = new InternetAddress(addresses.from(), SENDER, UTF_8);
        String thread = "<%s.mails@%s>".formatted(mail.siteId(), addresses.domain());
        message.setFrom(sender);
        message.setReplyTo(new InternetAddress[] {sender});
        message.setRecipient(Message.RecipientType.TO, sender);
        message.setSubject(mail.subject(mail.language()), UTF_8);
        message.setSentDate(Date.from(sent));
        message.setHeader("In-Reply-To", thread);
        message.setHeader("References", thread);
        message.setHeader("List-Unsubscribe", "<" + addresses.unsubscribe(mail.siteId()) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private MimeBodyPart text() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(
                EmailText.of(mail, dashboard) + "\n" + MailPage.unsubscribe(mail, addresses.unsubscribe(mail.siteId())),
                UTF_8);
        return part;
    }

    /** The HTML, with the picture if there is one. */
    private MimeBodyPart html() throws MessagingException {
        MimeBodyPart page = new MimeBodyPart();
        page.setContent(
                MailPage.of(
                                mail,
                                dashboard.map(address -> EmailText.link(mail, address)),
                                picture.map(_ -> PICTURE_ID),
                                addresses.unsubscribe(mail.siteId()))
                        .html(),
                HTML);
        if (picture.isEmpty()) {
            return page;
        }
        MimeMultipart related = new MimeMultipart("related");
        related.addBodyPart(page);
        related.addBodyPart(picturePart(picture.get()));
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(related);
        return both;
    }

    private MimeBodyPart picturePart(byte[] png) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setContentID("<" + PICTURE_ID + ">");
        part.setDisposition(Part.INLINE);
        part.setFileName(pictureFile());
        return part;
    }

    /** The name that the API gives to the same picture. */
    private String pictureFile() {
        String what = mail.acquisition().map(pass -> pass.id() + "_").orElse("") + "heatmap";
        return FileNames.of(mail.siteId(), mail.isSimulated(), what, ".png");
    }

    /** Has a given message id: the default one contains the name of the machine, which a DNS request would find. */
    private static final class Identified extends MimeMessage {
        private final String id;

        private Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
