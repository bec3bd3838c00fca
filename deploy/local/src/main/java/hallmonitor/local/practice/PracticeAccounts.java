package hallmonitor.local.practice;

import static hallmonitor.embedded.DatabasePasswords.randomPassword;

import java.net.URI;

/**
 * The secrets of the practice town's accounts, as each platform's connector stores them.
 *
 * @param wordPress the moderator's {@code user:application password}
 * @param facebook the Page's access token
 * @param facebookApp the app's secret, which signs deliveries
 * @param deliveries where Facebook delivers that something was written
 * @param youTube {@code client-id:client-secret:refresh-token}
 * @param bluesky {@code handle:app-password}
 */
public record PracticeAccounts(
    String wordPress,
    String facebook,
    String facebookApp,
    URI deliveries,
    String youTube,
    String bluesky) {
  /**
   * Returns the accounts of a town in which only the blog is read; nobody knows the others'
   * secrets.
   */
  public static PracticeAccounts blogOnly(String wordPress) {
    return new PracticeAccounts(
        wordPress,
        randomPassword(),
        randomPassword(),
        URI.create("http://127.0.0.1:9"),
        String.join(":", randomPassword(), randomPassword(), randomPassword()),
        "nobody.test:" + randomPassword());
  }

  /** Says none of the secrets. */
  @Override
  public String toString() {
    return "the accounts of the practice town";
  }
}
