package hallmonitor.ingest.connector.http;

import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Gathers the parts of a profile. Used by one thread. */
public final class ProfileText {
  /** A web address, or the bare name of a host: platforms make a link of that, too. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://[^\\s<>\"']{1,1000}"
              + "|(?<![\\w@./-])(?:[A-Za-z0-9-]{1,63}\\.){1,5}[A-Za-z]{2,24}(?![\\w@-])(?:/[^\\s<>\"']{0,1000})?");

  private final List<String> lines = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<Portrait> pictures = new ArrayList<>();

  /** Adds plain text with the addresses in it. */
  public ProfileText plain(String text) {
    if (!text.isBlank()) {
      lines.add(text);
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        link(address.group().replaceFirst("[.,;:!?)\\]]+$", ""));
      }
    }
    return this;
  }

  /** Adds HTML as a browser shows it, with its links. */
  public ProfileText html(String html) {
    if (!html.isBlank()) {
      lines.add(HtmlText.shown(html));
      for (Element link : Jsoup.parseBodyFragment(html).select("a[href]")) {
        link(link.attr("href"));
      }
    }
    return this;
  }

  /** Adds a link; one without a scheme is one of the web. */
  public ProfileText link(String address) {
    if (!address.isBlank()) {
      links.add(address.matches("[a-zA-Z]+:.*") ? address : "https://" + address);
    }
    return this;
  }

  /** Adds the picture that stands for the account; empty if it has none. */
  public ProfileText picture(String address) {
    pictures.add(new Portrait(address, true));
    return this;
  }

  /**
   * Returns the profile. What was added must be all of its text.
   *
   * @param room see {@link AccountProfile}
   */
  public AccountProfile profile(String name, boolean allLinks, Optional<Integer> room) {
    return new AccountProfile(
        name, String.join("\n", lines), links, true, allLinks, room, pictures);
  }
}
