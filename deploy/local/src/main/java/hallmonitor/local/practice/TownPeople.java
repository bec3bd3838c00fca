package hallmonitor.local.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.standin.Person;
import hallmonitor.standin.SaidComment;
import hallmonitor.standin.ShownPost;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Who writes in the practice town: a name in one browser is always the same person, so that a block
 * stays one and an author knows the own comments again. Nothing is kept for that.
 */
final class TownPeople {
  private static final int TEN_THOUSAND = 10_000;

  private TownPeople() {}

  /**
   * Returns somebody.
   *
   * @param browser 0 for an example of no one's
   * @param name empty for somebody who is shown as a visitor
   */
  static Person person(long browser, String name) {
    String shown =
        name.isEmpty()
            ? "Visitor %04d".formatted(Math.floorMod(hash(browser + "/"), TEN_THOUSAND))
            : name;
    return new Person(key(browser, shown), shown);
  }

  /** Returns whether a comment was written with a browser, under any name. */
  static boolean wrote(long browser, SaidComment comment, ShownPost post) {
    Person asNamed = new Person(key(browser, comment.name()), comment.name());
    return browser != 0 && comment.author().equals(post.author(asNamed));
  }

  /** A platform may write a name in another form, so only letters and digits count. */
  private static String key(long browser, String name) {
    String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return String.valueOf(hash(browser + "/" + bare) >>> 1);
  }

  private static long hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
