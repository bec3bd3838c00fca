package hallmonitor.system;

import hallmonitor.local.PortName;
import hallmonitor.local.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of the practice district as a first start would write them, but its page is read three
 * times a second and not seven: several stacks of the tests run on few processors.
 */
final class CalmConfig {
  private static final String SHIPPED = "http://127.0.0.1:" + PortName.PRACTICE.standard();

  private CalmConfig() {}

  static void write(StackSettings settings) {
    if (settings.config().isPresent()) {
      return;
    }
    Path shipped = settings.root().resolve("deploy/config");
    Path config = settings.data().resolve("config");
    try {
      Files.createDirectories(config);
      String district = Files.readString(shipped.resolve("district.yaml"));
      Files.writeString(
          config.resolve("district.yaml"),
          district
              .replace(SHIPPED, settings.ports().http(PortName.PRACTICE))
              .replace("idle: 150ms", "idle: 350ms"));
      // A district's own files would name no state.
      String requests = Files.readString(shipped.resolve("requests.yaml"));
      Files.writeString(
          config.resolve("requests.yaml"), requests.replaceFirst("(?m)^# state: ", "state: "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
