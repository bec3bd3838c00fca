package hallmonitor.moderation.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the district's file of known pictures needs, from pictures or from others' lists. */
@Command(
    name = "deploy/pictures",
    description = {
      "Prints the entries of known-pictures.yaml for picture files (JPEG, PNG, GIF): PDQ"
          + " hashes of the picture, and of the picture with strips cut off.",
      "With --list it reads lists of PDQ hashes that others share instead: one row a line, as CSV"
          + " or as name=value pairs. The hash is the cell of 64 hexadecimal digits. Hashes of a"
          + " quality below 50 are left out where the list says the quality.%n"
    },
    footer = "%nWhere the entries go: deploy/docs/operate/known-pictures.md")
public final class PictureLists implements Callable<Integer> {
  private static final int MOST_BYTES = 50 << 20;

  @Option(names = "--list", description = "the files are lists of hashes, not pictures")
  private boolean lists;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "pictures, or lists")
  private List<Path> files = new ArrayList<>();

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    Tool.main(new PictureLists(), args);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int status = 0;
    for (Path file : files) {
      status = Math.max(status, lists ? listed(file, out) : picture(file, out));
    }
    return status;
  }

  private static byte[] content(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ToolFailure(file + " is larger than 50 MB.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ToolFailure(file + " cannot be read. Is it there and readable?");
    }
  }

  private int picture(Path file, PrintWriter out) {
    PictureHashes hashes =
        PictureHashes.listed(content(file))
            .orElseThrow(
                () ->
                    new ToolFailure(file + " is no picture that can be read here, or too large."));
    if (hashes.quality() < PictureHashes.LEAST_QUALITY) {
      spec.commandLine()
          .getErr()
          .printf(
              "%s is too plain to be told from other pictures (quality %d of 100, at least %d).%n",
              file, hashes.quality(), PictureHashes.LEAST_QUALITY);
      return 1;
    }
    entry(String.valueOf(file.getFileName()), hashes.hashes(), out);
    return 0;
  }

  private int listed(Path file, PrintWriter out) {
    int number = 0;
    int taken = 0;
    int poor = 0;
    for (String line : new String(content(file), UTF_8).split("\\R")) {
      number++;
      SharedHash row = SharedHash.read(line);
      if (row.hash().isPresent() && row.isGoodEnough()) {
        taken++;
        entry(file.getFileName() + " " + number, List.of(row.hash().get()), out);
      } else if (row.hash().isPresent()) {
        poor++;
      }
    }
    spec.commandLine()
        .getErr()
        .printf(
            "%s: %d lines, %d hashes taken, %d left out for their quality%n",
            file, number, taken, poor);
    return taken > 0 ? 0 : 1;
  }

  /** A name in quotation marks may hold anything but them, a backslash, and control signs. */
  private static void entry(String name, List<PdqHash> hashes, PrintWriter out) {
    out.printf("      - name: \"%s\"%n", name.replaceAll("[\"\\\\\\p{Cntrl}]", "_"));
    out.println("        hashes:");
    hashes.stream().distinct().forEach(hash -> out.println("          - \"" + hash + "\""));
  }
}
