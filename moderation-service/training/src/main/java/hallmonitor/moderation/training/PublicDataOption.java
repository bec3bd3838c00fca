package hallmonitor.moderation.training;

import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}: a folder with the public data sets that the model card lists. */
final class PublicDataOption {
  private static final String SCRIPT = "moderation-service/training/encoder/public.py";

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "adds the public sets' rows that were kept aside; needs Python 3")
  private @Nullable Path folder;

  /**
   * Returns their rows; none if no folder is named. Unusable rows are listed on standard error.
   *
   * @throws ToolFailure if the folder or its files cannot be read
   */
  Corpus read() throws IOException {
    if (folder == null) {
      return new Corpus(List.of(), List.of());
    }
    if (!Files.isDirectory(folder)) {
      throw new ToolFailure("--data needs a folder; " + folder + " is none.");
    }
    Path table = Files.createTempFile("public", ".tsv");
    try {
      mix(folder, table);
      Corpus corpus = PublicTable.read(table);
      Sources.listLeftOut(corpus);
      return corpus;
    } finally {
      Files.delete(table);
    }
  }

  private static void mix(Path folder, Path table) throws IOException {
    Path script = Path.of(System.getProperty("hallmonitor.root", "."), SCRIPT);
    Process process =
        new ProcessBuilder("python3", script.toString(), folder.toString())
            .redirectOutput(table.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new ToolFailure("The public sets in " + folder + " cannot be read; see above.");
    }
  }
}
