package hallmonitor.local.mailbox;

import hallmonitor.local.web.PageWords;
import hallmonitor.local.web.TemplatePage;
import hallmonitor.local.web.WaitingRequests;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.Route;
import hallmonitor.standin.web.RouteAnswer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mailbox's page, in the language of its reader's browser, and its JSON. Read-only. */
final class MailboxPages implements Route {
  static final int MOST_LISTED = 300;
  static final PageWords WORDS = PageWords.spanish(MailboxPages.class);

  private static final String SOURCE =
      new String(TemplatePage.resource(MailboxPages.class, "mailbox.html"), StandardCharsets.UTF_8);
  private static final Pattern ONE = Pattern.compile("/(api/mails|mails)/(\\d{1,9})(/html|/raw)?");

  /**
   * A mail's HTML is untrusted: it runs no script, loads nothing, submits nothing, and does not
   * share this page's origin. Links open in a new tab, so that a notice can be followed.
   */
  private static final String HTML_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
          + " base-uri 'self'; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private final MailFolder folder;
  private final WaitingRequests waiters;

  MailboxPages(MailFolder folder, WaitingRequests waiters) {
    this.folder = folder;
    this.waiters = waiters;
  }

  @Override
  public RouteAnswer handle(Request request) throws IOException, MessagingException {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return RouteAnswer.refusal(405, "The mailbox can only be read.");
    }
    switch (request.path()) {
      case "/":
        return WORDS.orEnglish(request).page(SOURCE, Map.of());
      case "/mailbox.css", "/mailbox.js", "/icon.svg":
        return TemplatePage.asset(MailboxPages.class, request.path().substring(1));
      case "/api/mails":
        int since = request.number("since", -1);
        return waiters.await(() -> folder.lastId() != since, this::list);
      default:
        return one(ONE.matcher(request.path()));
    }
  }

  private RouteAnswer.Now list() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", folder.lastId());
    json.put("total", folder.total());
    json.put("mails", folder.newest(MOST_LISTED).stream().map(MailboxPages::summary).toList());
    return RouteAnswer.json(200, json);
  }

  private static Map<String, Object> summary(Mail mail) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", mail.id());
    json.put("arrived", mail.arrived().toString());
    json.put("from", mail.from());
    json.put("to", mail.to());
    json.put("subject", mail.subject());
    json.put("size", mail.size());
    return json;
  }

  private RouteAnswer one(Matcher path) throws IOException, MessagingException {
    Optional<Mail> found =
        path.matches() ? folder.get(Integer.parseInt(path.group(2))) : Optional.empty();
    if (found.isEmpty()) {
      return RouteAnswer.refusal(404, "There is no such email. Go back to the list.");
    }
    Mail mail = found.get();
    String part = path.group(3) == null ? "" : path.group(3);
    if (part.equals("/raw")) {
      return raw(mail);
    }
    MailContent content = MailContent.read(mail.file());
    if (part.equals("/html")) {
      return html(content);
    }
    Map<String, Object> json = summary(mail);
    json.put("text", content.text());
    json.put("html", content.html());
    json.put("headers", content.headers());
    json.put("attachments", content.attachments());
    return RouteAnswer.json(200, json);
  }

  private static RouteAnswer.Now html(MailContent content) {
    byte[] page = ("<base target=\"_blank\">" + content.html()).getBytes(StandardCharsets.UTF_8);
    return RouteAnswer.html(page).with("Content-Security-Policy", HTML_POLICY);
  }

  private static RouteAnswer.Now raw(Mail mail) throws IOException {
    return new RouteAnswer.Now(
        200,
        Map.of(
            "Content-Type",
            "message/rfc822",
            "Content-Disposition",
            "attachment; filename=\"mail-" + mail.id() + ".eml\""),
        Files.readAllBytes(mail.file()));
  }
}
