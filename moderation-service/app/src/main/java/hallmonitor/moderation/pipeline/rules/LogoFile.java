package hallmonitor.moderation.pipeline.rules;

import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.picture.PicturePrints;
import hallmonitor.settings.yaml.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The picture of the district's logo, which a file of the district names. */
final class LogoFile {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(?i:png|jpe?g)");

  private static final int MOST_BYTES = 5 * 1024 * 1024;

  private LogoFile() {}

  /**
   * Returns what the logo looks like, in perceptual hashes; empty if none is named, or with a
   * mistake.
   *
   * @param folder of the file that names it; other folders cannot be named
   */
  static Set<String> read(YamlMapping m, String key, Path folder) {
    String name = m.text(key, "");
    if (name.isEmpty()) {
      return Set.of();
    }
    if (!NAME.matcher(name).matches()) {
      m.problem(
          key,
          "write the name of a PNG or JPEG picture in the folder of this file, such as logo.png");
      return Set.of();
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      m.problem(key, "there is no picture '%s' in the folder of this file".formatted(name));
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      String mistake = mistake(name, content);
      Set<String> prints = mistake.isEmpty() ? PicturePrints.of(content) : Set.of();
      if (!mistake.isEmpty()) {
        m.problem(key, mistake);
      } else if (prints.isEmpty()) {
        m.problem(
            key,
            "'%s' cannot be read, or is plain on white ground; take a PNG or JPEG of at most 8 million pixels that can be seen on white"
                .formatted(name));
      }
      return prints;
    } catch (IOException e) {
      m.problem(key, "'%s' cannot be opened; may this service read it?".formatted(name));
      return Set.of();
    }
  }

  private static String mistake(String name, byte[] content) {
    if (content.length > MOST_BYTES) {
      return "'%s' is larger than 5 MB; take a smaller picture".formatted(name);
    }
    boolean known =
        PictureType.of(content)
            .filter(EnumSet.of(PictureType.PNG, PictureType.JPEG)::contains)
            .isPresent();
    return known ? "" : "'%s' is no PNG or JPEG picture".formatted(name);
  }
}
