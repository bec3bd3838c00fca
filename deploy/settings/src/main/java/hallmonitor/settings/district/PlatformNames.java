package hallmonitor.settings.district;

import java.util.Map;

/** What names people write under on a platform, which decides what a handle is held to be. */
public enum PlatformNames {
  /** Members appear under their own names. */
  SHOWN,
  /** Members appear under handles; the platform knows who they are. */
  HANDLES,
  /** Anybody may write, under any name or none. */
  FREE;

  /**
   * As each platform is run by default. An account's {@code names} in district.yaml says otherwise,
   * such as a WordPress site that takes comments of its own users alone.
   */
  private static final Map<String, PlatformNames> DEFAULTS =
      Map.ofEntries(
          Map.entry("facebook", SHOWN),
          Map.entry("linkedin", SHOWN),
          Map.entry("bluesky", HANDLES),
          Map.entry("instagram", HANDLES),
          Map.entry("mastodon", HANDLES),
          Map.entry("x", HANDLES),
          Map.entry("youtube", HANDLES),
          Map.entry("api", FREE),
          Map.entry("discourse", FREE),
          Map.entry("ghost", FREE),
          Map.entry("mediawiki", FREE),
          Map.entry("rss", FREE),
          Map.entry("wordpress", FREE));

  /**
   * Returns a platform's default. Of a platform that is not in the table, nothing is known that
   * could be held against a name: {@link #HANDLES}.
   */
  public static PlatformNames of(String platform) {
    return DEFAULTS.getOrDefault(platform, HANDLES);
  }
}
