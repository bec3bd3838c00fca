package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.pictures.PictureHost;
import hallmonitor.testparts.TestPorts;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A district with everything that a district can have: blocking, phones, a site with pictures, a
 * translator. It is one profile, because each profile costs a start of the service and keeps its
 * classes until the end of the tests.
 */
public final class FullDistrict implements QuarkusTestProfile {
  /** The largest picture that it fetches, in bytes. */
  public static final int MOST_OF_A_PICTURE = 1 << 20;

  /** The most that all fetched pictures may take, in bytes. */
  public static final int TOTAL_OF_PICTURES = 8 << 20;

  /** The folder of the translator, which also records its {@code calls} there. */
  public static final Path TRANSLATOR = JvmFolder.of("translator");

  /** A program that stands in for Apertium: it fails on "falla", and knows one sentence. */
  private static final String TRANSLATING =
      """
      #!/bin/sh
      text=$(cat)
      case "$text" in *falla*) exit 1;; esac
      echo x >> "$(dirname "$0")/calls"
      echo 'I go you to kill <b>at</b> the *salida.'
      """;

  private static final Path SHIPPED = Path.of("../../deploy/config");
  private static final Path FOLDER = JvmFolder.of("full-district");

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      writeFiles();
      installTranslator();
      return Map.of(
          "quarkus.http.proxy.proxy-address-forwarding",
          "true",
          "quarkus.http.proxy.trusted-proxies",
          "127.0.0.1,::1/128",
          "hallmonitor.transparency.published",
          "true",
          "hallmonitor.config-dir",
          FOLDER.toString(),
          "hallmonitor.mail.port",
          String.valueOf(TestPorts.one()),
          "hallmonitor.pictures.bytes",
          String.valueOf(MOST_OF_A_PICTURE),
          "hallmonitor.pictures.total",
          String.valueOf(TOTAL_OF_PICTURES),
          "hallmonitor.translation.path",
          TRANSLATOR + ":/usr/bin:/bin",
          "hallmonitor.translation.time-limit",
          "60s");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeFiles() throws IOException {
    Files.createDirectories(FOLDER);
    write("policy.yaml", shipped("policy.yaml"));
    write(
        "requests.yaml", shipped("requests.yaml").replace("# state: illinois", "state: illinois"));
    write(
        "district.yaml",
        shipped("district.yaml")
            .replaceAll("(?m)^( +base-url: ).*$", "$1" + PictureHost.shared().address())
            .replace("name: Ngozi Okafor", "name: Ngozi Okafor\n    phone: 309-555-0142")
            .replace("name: Tom Lindgren", "name: Tom Lindgren\n    phone: 309-555-0143"));
    write(
        "replies.yaml",
        shipped("replies.yaml")
            .replace("blocking: off", "blocking: on")
            .replace("by: administrator", "by: moderator")
            .replace("# address:", "address:"));
    write(
        "decisions.yaml",
        shipped("decisions.yaml")
            .replace(
                "block-author: [administrator]", "block-author: [administrator, records-officer]"));
  }

  private static void installTranslator() throws IOException {
    Files.createDirectories(TRANSLATOR);
    Files.deleteIfExists(TRANSLATOR.resolve("calls"));
    Files.setPosixFilePermissions(
        Files.writeString(TRANSLATOR.resolve("apertium"), TRANSLATING),
        PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String shipped(String file) throws IOException {
    return Files.readString(SHIPPED.resolve(file));
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(FOLDER.resolve(file), text);
  }
}
