package hallmonitor.ingest;

import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WatchedFile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** Checks district.yaml before anything else starts, so that its mistakes are the only output. */
@QuarkusMain
public final class Main {
  /** EX_CONFIG in sysexits.h. */
  private static final int BAD_CONFIGURATION = 78;

  private Main() {}

  public static void main(String[] arguments) {
    Path folder =
        ConfigProvider.getConfig()
            .getOptionalValue("hallmonitor.config-dir", Path.class)
            .orElse(Path.of("config"));
    try {
      new WatchedFile<>(folder.resolve("district.yaml"), DistrictFile::read);
    } catch (InvalidFileException e) {
      e.problems().forEach(problem -> System.err.println(problem));
      System.exit(BAD_CONFIGURATION);
    }
    Quarkus.run(arguments);
  }
}
