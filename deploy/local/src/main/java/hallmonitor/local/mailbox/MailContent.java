package hallmonitor.local.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A parsed mail.
 *
 * @param text the plain text part, or empty
 * @param html the HTML part, or empty; untrusted
 * @param attachments names of all other parts
 */
record MailContent(List<HeaderLine> headers, String text, String html, List<String> attachments) {

  /** One decoded header line. */
  record HeaderLine(String name, String value) {}

  /** Deepest nesting of multiparts that is read; anything deeper is an attack. */
  private static final int DEEPEST = 10;

  static MimeMessage parse(Path file) throws IOException, MessagingException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  static MailContent read(Path file) throws IOException, MessagingException {
    MimeMessage message = parse(file);
    List<HeaderLine> headers = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.add(new HeaderLine(header.getName(), decoded(header.getValue())));
    }
    var found = new Found();
    found.look(message, 0);
    return new MailContent(headers, found.text, found.html, found.attachments);
  }

  private static String decoded(String value) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(value));
    } catch (UnsupportedEncodingException e) {
      return value;
    }
  }

  private static final class Found {
    private String text = "";
    private String html = "";
    private final List<String> attachments = new ArrayList<>();

    void look(Part part, int depth) throws IOException, MessagingException {
      if (depth > DEEPEST) {
        return;
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          look(parts.getBodyPart(i), depth + 1);
        }
      } else if (part.getFileName() != null
          || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
        attachments.add(
            part.getFileName() == null ? part.getContentType() : decoded(part.getFileName()));
      } else if (part.isMimeType("text/html") && html.isEmpty()) {
        html = content(part);
      } else if (part.isMimeType("text/*") && text.isEmpty()) {
        text = content(part);
      }
    }

    private static String content(Part part) throws IOException, MessagingException {
      try {
        if (part.getContent() instanceof String string) {
          return string;
        }
      } catch (UnsupportedEncodingException e) {
        // an unknown charset: shows the bytes as well as possible
      }
      try (var in = part.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
