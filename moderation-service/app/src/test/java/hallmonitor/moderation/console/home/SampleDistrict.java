package hallmonitor.moderation.console.home;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped district, and one that someone made from it. */
final class SampleDistrict {
  private static final Path FILE = Path.of("../../deploy/config/district.yaml");

  private SampleDistrict() {}

  static District shipped() {
    return DistrictFile.read(text());
  }

  /** Returns it with another name, everyone at one address, and its account somewhere else. */
  static District of(String name, String email, String baseUrl) {
    return DistrictFile.read(
        text()
            .replaceAll("(?m)^district: .*$", "district: " + name)
            .replaceAll("(?m)^( +email: ).*$", "$1" + email)
            .replaceAll("(?m)^( +base-url: ).*$", "$1" + baseUrl));
  }

  private static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
