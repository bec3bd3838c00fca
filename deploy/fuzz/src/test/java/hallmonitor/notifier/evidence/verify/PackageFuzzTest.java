package hallmonitor.notifier.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A package of evidence as it comes back from outside: its files, one after the other. */
class PackageFuzzTest {
  private static final List<String> NAMES =
      List.of(
          "SHA256SUMS",
          "ledger/records.ndjson",
          "ledger/originals.json",
          "ledger/proof.json",
          "ledger/checkpoints/1.json",
          "ledger/checkpoints/1.tsr",
          "ledger/key-1.pem",
          "raw/1.json");

  static Stream<Arguments> seeds() throws IOException {
    return Stream.of(
            "",
            "\0\0[{\"after\":0,\"link\":\""
                + "0".repeat(64)
                + "\",\"checkpoint\":0,\"hashes\":[]}]",
            "\0{\"hash\":\""
                + "0".repeat(64)
                + "\",\"link\":\""
                + "0".repeat(64)
                + "\",\"record\":{}}",
            "\0\0[]\0[]\0{}\0x\0-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----")
        .map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
  }

  /** Zips the parts of the input, which zero bytes divide, under the names of a package. */
  private static byte[] zipped(byte[] input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int from = 0;
      for (String name : NAMES) {
        int to = from;
        while (to < input.length && input[to] != 0) {
          to++;
        }
        if (to > from) {
          zip.putNextEntry(new ZipEntry(name));
          zip.write(input, from, to - from);
          zip.closeEntry();
        }
        from = Math.min(input.length, to + 1);
      }
      zip.putNextEntry(new ZipEntry("README"));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void aPackageIsProvedOrItsProblemsAreNamed(byte[] input) throws Exception {
    Path file = Files.createTempFile("package", ".zip");
    try {
      Files.write(file, zipped(input));
      Stranger.meets(() -> PackageVerification.prove(file, List.of()), IOException.class);
    } finally {
      Files.delete(file);
    }
  }
}
