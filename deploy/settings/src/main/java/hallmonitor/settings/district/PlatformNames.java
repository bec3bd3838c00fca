package hallmonitor.settings.district;

import java.util.Map;

/**
 * The kind of names that people write under on a platform, which decides what a handle is worth.
 */
public enum PlatformNames {
  /** Members appear under their own names. */
  SHOWN,
  /** Members appear under handles; the platform knows who they are. */
  HANDLES,
  /** Anyone can write, under any name or none. */
  FREE;

  /**
   * The default of each platform. An account's {@code names} in district.yaml overrides it, for
   * example for a WordPress site that only accepts comments from its own users.
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
   * Returns a platform's default; {@link #HANDLES} for an unknown platform, because it holds
   * nothing against a name.
   */
  public static PlatformNames of(String platform) {
    return DEFAULTS.getOrDefault(platform, HANDLES);
  }
}
