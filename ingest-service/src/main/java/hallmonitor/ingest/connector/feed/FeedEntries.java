package hallmonitor.ingest.connector.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.HtmlText;
import hallmonitor.ingest.connector.http.HttpFaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the entries of a feed as comments. */
final class FeedEntries {
  private static final Pattern ENTRY =
      Pattern.compile("<(item|entry)[\\s>].*?</\\1\\s*>", Pattern.DOTALL);

  private FeedEntries() {}

  /** A document type is refused: it could name files on this machine or addresses to contact. */
  static List<Sighting> in(byte[] body, URI site) throws PlatformException {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body))) {
      List<SyndEntry> entries = input.build(reader).getEntries();
      List<String> raws = raws(new String(body, UTF_8));
      List<Sighting> found = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        sighting(entries.get(i), raws.size() == entries.size() ? raws.get(i) : "")
            .ifPresent(found::add);
      }
      return found;
    } catch (IOException | FeedException | IllegalArgumentException e) {
      // The exception is dropped because parsers quote their input; the fault does not.
      throw new PlatformException(HttpFaults.unreadable(site, "a feed"));
    }
  }

  private static List<String> raws(String feed) {
    List<String> raws = new ArrayList<>();
    Matcher entry = ENTRY.matcher(feed);
    while (entry.find()) {
      raws.add(entry.group());
    }
    return raws;
  }

  private static Optional<Sighting> sighting(SyndEntry entry, String raw) {
    String link = Objects.requireNonNullElse(entry.getLink(), "").strip();
    String id = Objects.requireNonNullElse(entry.getUri(), link).strip();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String author = Objects.requireNonNullElse(entry.getAuthor(), "").strip();
    String title = HtmlText.shown(Objects.requireNonNullElse(entry.getTitle(), ""));
    String html = html(entry);
    List<String> attachments = new ArrayList<>(HtmlText.media(html));
    entry.getEnclosures().stream().map(SyndEnclosure::getUrl).forEach(attachments::add);
    String page = (link.isEmpty() ? id : link).replaceFirst("#.*$", "");
    return Optional.of(
        new Sighting(
            id,
            new Post(page, title, "", Optional.of(page)),
            Optional.empty(),
            new Author(Optional.empty(), author),
            text(title, author, HtmlText.shown(html)),
            Visibility.VISIBLE,
            attachments,
            link.isEmpty() ? Optional.empty() : Optional.of(link),
            Optional.ofNullable(written(entry)).map(Date::toInstant),
            raw));
  }

  /**
   * A title is part of what the author wrote, unless the site made it: "Comment on Lunch by Kim".
   */
  private static String text(String title, String author, String body) {
    boolean made = title.isEmpty() || !author.isEmpty() && title.endsWith(author);
    return made || body.startsWith(title) ? body : (title + "\n" + body).strip();
  }

  private static String html(SyndEntry entry) {
    return entry.getContents().stream()
        .map(SyndContent::getValue)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> Optional.ofNullable(entry.getDescription()).map(SyndContent::getValue))
        .orElse("");
  }

  private static Date written(SyndEntry entry) {
    return entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
  }
}
