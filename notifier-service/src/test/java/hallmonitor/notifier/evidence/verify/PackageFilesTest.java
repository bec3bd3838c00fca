package hallmonitor.notifier.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFilesTest {
  @TempDir private Path folder;

  private Path zip(int files, int bytes) throws IOException {
    Path zip = folder.resolve("package.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < files; i++) {
        out.putNextEntry(new ZipEntry("raw/" + i));
        out.write(new byte[bytes]);
        out.closeEntry();
      }
    }
    return zip;
  }

  private static List<String> sentences(PackageFiles files) {
    return files.problems().stream().map(VerificationProblem::toString).toList();
  }

  @Test
  void whatUnpacksToFarMoreThanItsSizeIsNotUnpackedToItsEnd() throws IOException {
    Path bomb = zip(3, 1 << 20);
    assertThat(Files.size(bomb)).isLessThan(20_000);
    assertThat(sentences(PackageFiles.read(bomb, new PackageLimits(2L << 20, 1 << 21, 1 << 21, 0))))
        .singleElement()
        .asString()
        .contains("unpacks to more than 2 MB");
  }

  @Test
  void tooManyFilesAreNotUnpacked() throws IOException {
    assertThat(
            sentences(
                PackageFiles.read(zip(PackageFiles.MOST_FILES + 1, 0), PackageLimits.OF_COMMAND)))
        .singleElement()
        .asString()
        .contains("more than 20,000 files");
  }

  @Test
  void whatWasCutOffIsSaidToBe() throws IOException {
    Path zip = zip(2, 100);
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(sentences(PackageFiles.read(zip, PackageLimits.OF_COMMAND)))
        .singleElement()
        .asString()
        .contains("cut off");
  }
}
