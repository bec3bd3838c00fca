package hallmonitor.bench.pipeline;

import hallmonitor.bench.judging.CommentMix;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.settings.tool.Tool;
import hallmonitor.system.ScratchStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Comments straight into Kafka, beside the least that any pipeline would do with them. */
@Command(
    name = "deploy/bench/pipeline",
    description =
        "Puts comments straight into Kafka and measures how fast the whole stack judges and"
            + " archives them, with fsync on and all evidence. The same run measures a bare loop:"
            + " the same bytes to the same broker, read, copied into the same database. Nothing"
            + " else should run beside it.%n")
public final class PipelineBench implements Callable<Integer> {
  @Option(
      names = "--comments",
      paramLabel = "N",
      defaultValue = "20000",
      description = "to be measured, at least 1 (${DEFAULT-VALUE})")
  private int comments;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5000",
      description = "comments before them that are not measured (${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "comments a second; 0 for as fast as the broker takes them (${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--harmful",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "share of harmful comments, from 0 to 1 (${DEFAULT-VALUE})")
  private double harmful;

  @Option(
      names = "--threats",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "typed on the practice page one after the other while the comments wait (${DEFAULT-VALUE})")
  private int threats;

  @Option(
      names = "--archived",
      paramLabel = "N",
      defaultValue = "0",
      description = "comments that the archive has before it begins (${DEFAULT-VALUE})")
  private int archived;

  @Option(
      names = "--without-second-look",
      description = "turns off the slow models, so that every comment has one look")
  private boolean withoutSecondLook;

  @Option(
      names = "--recordings",
      paramLabel = "FOLDER",
      description = "lets each service write a recording of Java Flight Recorder there")
  private @Nullable Path recordings;

  public static void main(String[] arguments) {
    Tool.main(new PipelineBench(), arguments);
  }

  @Override
  public Integer call() throws Exception {
    CommentMix mix = CommentMix.of(ScratchStack.root(), harmful);
    Map<String, String> environment = environment();
    try (ScratchStack stack =
        ScratchStack.start(s -> s.withFullSpeed().withEnvironment(environment))) {
      PipelineRate pipeline = new PipelineRate(stack, mix);
      DataSource moderationTables = stack.stack().database().dataSource(DatabaseRole.MODERATION);
      OldComments.put(moderationTables, archived);
      pipeline.measure("warm-up-", warmUp, 0, 0);
      BareLoop bare = new BareLoop(stack.stack().bootstrapServers(), moderationTables);
      double least = bare.perSecond(new CommentRecords(mix, "bare-"), Math.max(comments, 20_000));
      System.out.printf(Locale.ROOT, "%n== bare loop: %.0f comments/s%n", least);
      ProcessorSeconds processors = new ProcessorSeconds(stack.stack().database().pid());
      StatementSamples moderation = samples(stack, DatabaseRole.MODERATION);
      StatementSamples notifier = samples(stack, DatabaseRole.NOTIFIER);
      PipelineRate.Times times = pipeline.measure("measured-", comments, rate, threats);
      System.out.println("   processor seconds: " + processors.seconds());
      moderation.close();
      notifier.close();
      System.out.println("   connections of the moderation service:");
      moderation.print();
      System.out.println("   connections of the notifier:");
      notifier.print();
      System.out.printf(
          Locale.ROOT,
          "%n== %d comments: first look %.0f/s, %.1f %% of the bare loop; all looks %.0f/s, %.1f %%%n",
          comments,
          comments / times.firstLook(),
          100 * comments / times.firstLook() / least,
          comments / times.allLooks(),
          100 * comments / times.allLooks() / least);
      times.sentToOrdered().ifPresent(q -> System.out.println("   sent to ordered: " + q));
      times.typedToHidden().ifPresent(q -> System.out.println("   threats typed to hidden: " + q));
    }
    return 0;
  }

  private static StatementSamples samples(ScratchStack stack, DatabaseRole role) {
    return new StatementSamples(stack.stack().database().dataSource(role));
  }

  private Map<String, String> environment() throws Exception {
    Map<String, String> environment = new HashMap<>();
    if (withoutSecondLook) {
      environment.put("HALLMONITOR_JUDGING_SECOND_STAGE", "false");
    }
    Optional<Path> folder = Optional.ofNullable(recordings);
    if (folder.isPresent()) {
      Path to = Files.createDirectories(folder.get().toAbsolutePath());
      environment.put(
          "JAVA_TOOL_OPTIONS",
          "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + to);
    }
    return environment;
  }
}
