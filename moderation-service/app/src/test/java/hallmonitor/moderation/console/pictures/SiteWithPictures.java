package hallmonitor.moderation.console.pictures;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A district whose account "practice" is on the {@link PictureHost}, with small limits. */
public class SiteWithPictures implements QuarkusTestProfile {
  static final int MOST = 1 << 20;
  static final int TOTAL = 8 << 20;

  @Override
  public Map<String, String> getConfigOverrides() {
    Path shipped = Path.of("../../deploy/config");
    Path folder = Path.of("target/site-with-pictures");
    try {
      Files.createDirectories(folder);
      for (String file : new String[] {"policy.yaml", "replies.yaml", "decisions.yaml"}) {
        Files.writeString(folder.resolve(file), Files.readString(shipped.resolve(file)));
      }
      Files.writeString(
          folder.resolve("district.yaml"),
          Files.readString(shipped.resolve("district.yaml"))
              .replaceAll("(?m)^( +base-url: ).*$", "$1" + PictureHost.shared().address()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "hallmonitor.config-dir",
        folder.toString(),
        "hallmonitor.pictures.bytes",
        String.valueOf(MOST),
        "hallmonitor.pictures.total",
        String.valueOf(TOTAL));
  }
}
