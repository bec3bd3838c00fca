package hallmonitor.settings.district;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The platforms that an account can be on, each with a connector: the one list of them. */
public enum ConnectedPlatform {
  /** Any system that delivers its comments itself. */
  API("REST API"),
  BLUESKY("Bluesky"),
  DISCOURSE("Discourse"),
  FACEBOOK("Facebook"),
  GHOST("Ghost"),
  INSTAGRAM("Instagram"),
  MASTODON("Mastodon"),
  MEDIAWIKI("MediaWiki"),
  RSS("RSS or Atom feed"),
  WORDPRESS("WordPress"),
  X("X"),
  YOUTUBE("YouTube");

  private final String label;

  ConnectedPlatform(String label) {
    this.label = label;
  }

  /** Returns the name in district.yaml and in events, such as {@code wordpress}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the platform's own spelling of its name. */
  public String label() {
    return label;
  }

  /** Returns the platform of that name; empty if it has no connector. */
  public static Optional<ConnectedPlatform> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
  }
}
