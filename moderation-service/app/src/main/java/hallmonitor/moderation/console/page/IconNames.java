package hallmonitor.moderation.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The names of the icons in the console's sprite. */
final class IconNames {
  private static final String SPRITE = "META-INF/resources/console/icons.svg";
  private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([a-z0-9-]+)\"");

  private IconNames() {}

  /**
   * Returns the names in alphabetical order.
   *
   * @throws IllegalStateException if the sprite is not on the class path
   */
  static List<String> shipped() {
    try (InputStream sprite =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(SPRITE)) {
      if (sprite == null) {
        throw new IllegalStateException("The console has no " + SPRITE);
      }
      return SYMBOL
          .matcher(new String(sprite.readAllBytes(), StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
