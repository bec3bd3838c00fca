package hallmonitor.moderation.console.seed;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A district that enables blocking and lets moderators reply. Records officers may be the second
 * person.
 */
public class BlockingDistrict implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Path shipped = Path.of("../../deploy/config");
    Path folder = Path.of("target/blocking-district");
    try {
      Files.createDirectories(folder);
      for (String file : new String[] {"district.yaml", "policy.yaml"}) {
        Files.writeString(folder.resolve(file), Files.readString(shipped.resolve(file)));
      }
      Files.writeString(
          folder.resolve("replies.yaml"),
          Files.readString(shipped.resolve("replies.yaml"))
              .replace("blocking: off", "blocking: on")
              .replace("by: administrator", "by: moderator")
              .replace("# address:", "address:"));
      Files.writeString(
          folder.resolve("decisions.yaml"),
          Files.readString(shipped.resolve("decisions.yaml"))
              .replace(
                  "block-author: [administrator]",
                  "block-author: [administrator, records-officer]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of("hallmonitor.config-dir", folder.toString());
  }
}
