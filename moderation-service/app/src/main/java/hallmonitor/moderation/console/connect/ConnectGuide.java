package hallmonitor.moderation.console.connect;

import static hallmonitor.moderation.console.connect.CredentialField.secret;
import static hallmonitor.moderation.console.connect.CredentialField.shown;

import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.ConnectedPlatform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a person gets a credential on a platform, and what is asked of them.
 *
 * @param address what most accounts of the platform have; empty if each site has its own
 * @param fields the parts of the credential; joined by colons they are what the connector reads
 * @param page where the credential is made; a path is one of the site
 * @param floor shortest time between two reads, and {@code idle} the longest, as in district.yaml;
 *     empty for the defaults
 */
public record ConnectGuide(
    ConnectedPlatform platform,
    String address,
    List<CredentialField> fields,
    List<Sentence> steps,
    String page,
    String floor,
    String idle) {
  /** Returns the platforms that are connected with a credential, in the order of their names. */
  static List<ConnectGuide> all() {
    return Arrays.stream(ConnectedPlatform.values())
        .flatMap(platform -> of(platform).stream())
        .toList();
  }

  static Optional<ConnectGuide> of(String platform) {
    return ConnectedPlatform.of(platform).flatMap(ConnectGuide::of);
  }

  /** Returns the guide; empty for a system that delivers its comments itself. */
  private static Optional<ConnectGuide> of(ConnectedPlatform platform) {
    return Optional.ofNullable(
        switch (platform) {
          case API -> null;
          case BLUESKY -> bluesky();
          case DISCOURSE -> discourse();
          case FACEBOOK -> meta(platform, Sentence.of("The Page's own token"));
          case GHOST -> ghost();
          case INSTAGRAM -> meta(platform, Sentence.of("The account's token"));
          case MASTODON -> mastodon();
          case MEDIAWIKI -> mediaWiki();
          case RSS -> rss();
          case WORDPRESS -> wordPress();
          case X -> x();
          case YOUTUBE -> youTube();
        });
  }

  private static ConnectGuide bluesky() {
    return new ConnectGuide(
        ConnectedPlatform.BLUESKY,
        "https://bsky.social",
        List.of(
            shown("user", Sentence.of("Handle")), secret("secret", Sentence.of("App password"))),
        List.of(
            Sentence.of(
                "Sign in to Bluesky as the account. Under Settings, Privacy and security, App passwords, add one named Hall Monitor."),
            Sentence.of("Leave access to direct messages off, and copy the password.")),
        "https://bsky.app/settings/app-passwords",
        "5s",
        "30s");
  }

  private static ConnectGuide discourse() {
    return new ConnectGuide(
        ConnectedPlatform.DISCOURSE,
        "",
        List.of(shown("user", Sentence.of("User name")), secret("secret", Sentence.of("API key"))),
        List.of(
            Sentence.of("Make a user for Hall Monitor on the forum, and make it a moderator."),
            Sentence.of("Under Admin, API, add a key for that single user, and copy it.")),
        "/admin/api/keys",
        "5s",
        "30s");
  }

  private static ConnectGuide ghost() {
    return new ConnectGuide(
        ConnectedPlatform.GHOST,
        "",
        List.of(secret("secret", Sentence.of("Admin API key"))),
        List.of(
            Sentence.of(
                "In Ghost, under Settings, Integrations, add a custom integration named Hall Monitor."),
            Sentence.of("Copy its Admin API key.")),
        "/ghost/#/settings/integrations",
        "",
        "");
  }

  private static ConnectGuide mastodon() {
    return new ConnectGuide(
        ConnectedPlatform.MASTODON,
        "",
        List.of(secret("secret", Sentence.of("Access token"))),
        List.of(
            Sentence.of(
                "Sign in as the account. Under Preferences, Development, add an application named Hall Monitor with the scopes read and write."),
            Sentence.of("Copy its access token.")),
        "/settings/applications",
        "5s",
        "30s");
  }

  private static ConnectGuide mediaWiki() {
    return new ConnectGuide(
        ConnectedPlatform.MEDIAWIKI,
        "",
        List.of(
            shown("user", Sentence.of("Bot name, such as User@name")),
            secret("secret", Sentence.of("Bot password"))),
        List.of(
            Sentence.of("Make a user for Hall Monitor on the wiki, and make it an administrator."),
            Sentence.of(
                "As that user, make a bot password with the grants that the guide “Connect” names, and copy both values.")),
        "/index.php?title=Special:BotPasswords",
        "",
        "");
  }

  private static ConnectGuide rss() {
    return new ConnectGuide(
        ConnectedPlatform.RSS,
        "",
        List.of(
            shown("user", Sentence.of("User name")).optional(),
            secret("secret", Sentence.of("Password")).optional()),
        List.of(Sentence.of("A public feed needs neither. A feed behind a password needs both.")),
        "",
        "",
        "");
  }

  private static ConnectGuide wordPress() {
    return new ConnectGuide(
        ConnectedPlatform.WORDPRESS,
        "",
        List.of(
            shown("user", Sentence.of("User name")),
            secret("secret", Sentence.of("Application password"))),
        List.of(
            Sentence.of(
                "Sign in to the site as the user that Hall Monitor works as. It needs the role Editor."),
            Sentence.of(
                "In its profile, under Application Passwords, add one named Hall Monitor, and copy it. It is not the password that you sign in with.")),
        "/wp-admin/profile.php",
        "",
        "");
  }

  private static ConnectGuide x() {
    return new ConnectGuide(
        ConnectedPlatform.X,
        "https://api.x.com",
        List.of(
            shown("key", Sentence.of("API key")),
            secret("key-secret", Sentence.of("API key secret")),
            shown("token", Sentence.of("Access token")),
            secret("token-secret", Sentence.of("Access token secret"))),
        List.of(
            Sentence.of(
                "Sign in at X's console as the account, and make an app with the permission Read and write. X charges for each comment that is read."),
            Sentence.of("Copy the four values. Make the access token after the permission.")),
        "https://console.x.com",
        "20s",
        "2m");
  }

  private static ConnectGuide youTube() {
    return new ConnectGuide(
        ConnectedPlatform.YOUTUBE,
        "https://www.googleapis.com",
        List.of(
            shown("client", Sentence.of("Client id")),
            secret("client-secret", Sentence.of("Client secret")),
            secret("secret", Sentence.of("Refresh token"))),
        List.of(
            Sentence.of(
                "Google gives a program three values. The guide “Connect” says step by step how to make them.")),
        "https://console.cloud.google.com",
        "30s",
        "2m");
  }

  private static ConnectGuide meta(ConnectedPlatform platform, Sentence token) {
    return new ConnectGuide(
        platform,
        "https://graph.facebook.com",
        List.of(
            secret("secret", token),
            secret("app-secret", Sentence.of("App secret, if the app asks for proofs")).optional()),
        List.of(
            Sentence.of(
                "Make an app at Meta, and a token that lasts. The guide “Connect” says which permissions it needs.")),
        "https://developers.facebook.com/apps",
        "2s",
        "30s");
  }

  public String getCode() {
    return platform.word();
  }

  public String getLabel() {
    return platform.label();
  }

  /** Returns whether each site has its own address, so that two accounts never share one. */
  boolean isOneSite() {
    return address.isEmpty();
  }

  /** Returns where the credential is made for an account at an address; empty if nowhere. */
  String pageOf(String site) {
    return page.startsWith("/") ? site.replaceAll("/+$", "") + page : page;
  }
}
