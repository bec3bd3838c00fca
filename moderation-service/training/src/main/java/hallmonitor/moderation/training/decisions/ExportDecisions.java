package hallmonitor.moderation.training.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.text.language.DetectedLanguages;
import hallmonitor.moderation.training.archive.ArchiveOptions;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import hallmonitor.settings.yaml.WatchedFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code deploy/export-decisions}. */
@Command(
    name = "deploy/export-decisions",
    description = {
      "Writes the comments on which people of the district decided as labeled comments, for"
          + " deploy/train --add FOLDER: dismissed, restored and false alarms as harmless,"
          + " confirmed ones with their categories.",
      "The folder is CONFIDENTIAL: it holds what people wrote, children among them. Its files can"
          + " be read by you alone, and each export stands in the audit log.%n"
    })
public final class ExportDecisions implements Callable<Integer> {
  static final String WARNING =
      """
      CONFIDENTIAL. This folder holds what people wrote, children among them, and what your district decided about it.
      Keep it on the district's own machine. Do not commit it, mail it or give it to anybody, and delete it once the
      models are trained: what is disposed of or put under a hold later stays in this copy. A model that learned from it
      is as confidential as it is; deploy/train keeps candidates in moderation-service/training/target/training.\
      """;

  private final String root = System.getProperty("hallmonitor.root", ".");

  @Mixin private ArchiveOptions options;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "where to write (own-decisions in the data folder)")
  private @Nullable Path folder;

  private UnaryOperator<String> environment = System::getenv;
  private PrintStream out = new PrintStream(System.out, true, UTF_8);

  ExportDecisions() {}

  /**
   * For tests.
   *
   * @param environment null for a variable not set
   */
  ExportDecisions(UnaryOperator<String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    Tool.main(new ExportDecisions(), arguments);
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Path to =
        Optional.ofNullable(folder).orElse(options.data().resolve("own-decisions")).normalize();
    refuseWhereGitLooks(to);
    District district =
        new WatchedFile<>(options.config(environment).resolve("district.yaml"), DistrictFile::read)
            .current()
            .value();
    Labeling labeling = new Labeling(policy(DistrictNames.of(district)), new DetectedLanguages());
    try (DecisionArchive archive =
            new DecisionArchive(options.address(environment).open(), district, options.since());
        OwnCorpus corpus = OwnCorpus.open(to, WARNING, Pseudonyms.in(options.data()))) {
      ExportCounts counts = new ExportCounts();
      archive.read(
          comment -> {
            Labeling.Labeled labeled = labeling.of(comment);
            counts.add(labeled);
            if (labeled.leftOut().isEmpty()) {
              corpus.add(comment, labeled);
            }
          });
      counts.undecided(archive.open());
      // The record comes first, so that no export lacks one.
      archive.audit(
          "command:" + System.getProperty("user.name"),
          to.toAbsolutePath().toString(),
          counts.inOneLine());
      corpus.commit();
      counts.print(out, to);
    }
    out.println();
    out.println(WARNING);
    return 0;
  }

  /** Everything in the project's folder except its data folder may be committed one day. */
  private void refuseWhereGitLooks(Path to) {
    Path project = Path.of(root).toAbsolutePath().normalize();
    Path target = to.toAbsolutePath().normalize();
    boolean ignored =
        target.startsWith(project.resolve("data")) || target.toString().contains("/target/");
    if (target.startsWith(project) && !ignored && Files.exists(project.resolve(".git"))) {
      throw new ToolFailure(
          to
              + " lies in the project's folder, where Git would take it along. Choose a folder"
              + " outside of it, or in data.");
    }
  }

  private Policy policy(LocalNames names) {
    return new WatchedFile<>(
            options.config(environment).resolve("policy.yaml"),
            text -> PolicyFile.read(text, names))
        .current()
        .value();
  }
}
