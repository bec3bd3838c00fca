package hallmonitor.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.importer.format.ExportFile;
import hallmonitor.importer.format.ExportFile.RecognizedPart;
import hallmonitor.importer.format.ExportFormat;
import hallmonitor.importer.format.Writer;
import hallmonitor.settings.district.WebAddresses;
import hallmonitor.settings.secret.NamedSecrets;
import hallmonitor.settings.tool.Tool;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/import}. */
@Command(
    name = "deploy/import",
    description = {
      "Brings old comments and posts into the archive, out of files and of the platforms' own"
          + " exports. They are delivered to the running service as history: judged, and nobody is"
          + " woken for what is long past.",
      "The account must have 'platform: api'; deploy/docs/operate/import.md says why, and how to"
          + " get each export.%n"
    },
    footer = {
      "%n" + ExportFormat.KNOWN,
      "How far it has come is kept in FILE.import.json; after a crash the same command goes on"
          + " there. What is not taken stands in FILE.refused.ndjson, with its place and reason.",
      "Ends with 0 if everything was taken, 1 if something was refused, 2 if it could not go on."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final String root = System.getProperty("hallmonitor.root", ".");

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "the account in district.yaml; needed but for --dry-run")
  private @Nullable String account;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      defaultValue = "http://127.0.0.1:8083",
      description = "where the endpoint for deliveries is (${DEFAULT-VALUE})")
  private URI to = URI.create("");

  @Option(
      names = "--secrets",
      paramLabel = "FOLDER",
      description = "has the file push-<account> with the account's key (data/secrets)")
  private @Nullable Path secrets;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      description = "who wrote what is in a YouTube Takeout or a file of an X archive")
  private @Nullable String author;

  @Option(
      names = "--work",
      paramLabel = "FOLDER",
      description = "where to keep how far it has come, and the report (beside FILE)")
  private @Nullable Path work;

  @Option(names = "--dry-run", description = "read everything, say what it is, and send nothing")
  private boolean rehearsal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "what to import, in this order")
  private List<Path> files = List.of();

  private UnaryOperator<String> environment = System::getenv;
  private PrintStream out = new PrintStream(System.out, true, UTF_8);

  ImportCommand() {}

  /**
   * For tests.
   *
   * @param environment null for a variable not set
   */
  ImportCommand(UnaryOperator<String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] arguments) {
    Tool.main(new ImportCommand(), arguments);
  }

  @Override
  public Integer call() throws IOException {
    boolean good = true;
    for (Path file : files) {
      try (ExportFile export = FileImport.open(file)) {
        List<RecognizedPart> parts = readable(file, export);
        Writer writer = writer(file, export, parts);
        good &= rehearsal ? rehearse(file, parts, writer) : deliver(file, parts, writer);
      }
    }
    return good ? 0 : 1;
  }

  private static List<RecognizedPart> readable(Path file, ExportFile export) throws IOException {
    List<RecognizedPart> parts = export.readable();
    if (parts.isEmpty()) {
      throw new ToolFailure(
          "%s holds nothing that can be read. %s".formatted(file, ExportFormat.KNOWN));
    }
    return parts;
  }

  private Writer writer(Path file, ExportFile export, List<RecognizedPart> parts)
      throws IOException {
    Optional<Writer> owner = export.owner();
    String name = Optional.ofNullable(author).or(() -> owner.map(Writer::name)).orElse("");
    if (name.isEmpty() && parts.stream().anyMatch(one -> one.format().needsName())) {
      throw new ToolFailure(
          "%s does not tell whose words it holds; give the name as readers saw it, as --author."
              .formatted(file));
    }
    return new Writer(owner.map(Writer::id).orElse(""), name);
  }

  private ImportProgress progress(List<RecognizedPart> parts) {
    long bytes = parts.stream().mapToLong(one -> one.part().size()).sum();
    return new ImportProgress(
        out, Boolean.getBoolean("hallmonitor.terminal"), bytes, System::nanoTime);
  }

  private boolean rehearse(Path file, List<RecognizedPart> parts, Writer writer)
      throws IOException {
    return new ImportRehearsal(out).of(file, parts, writer, progress(parts));
  }

  private boolean deliver(Path file, List<RecognizedPart> parts, Writer writer) throws IOException {
    String id = account();
    ImportFiles kept = ImportFiles.of(file, Optional.ofNullable(work));
    ImportState state = ImportState.find(kept.state(), id, file);
    ImportCounts counts = state.counts();
    if (!state.finished()) {
      if (state.rows() > 0) {
        out.printf("%s goes on after %,d rows.%n", file, counts.all());
      }
      int done = Math.min(state.part(), parts.size());
      ImportProgress progress = progress(parts.subList(done, parts.size()));
      counts = new FileImport(kept, state, client(id, progress), progress).run(parts, writer);
      progress.end();
    }
    out.printf(
        "%s: %,d rows are stored, %,d were known, %,d were refused%s.%n",
        file,
        counts.accepted(),
        counts.unchanged(),
        counts.refused(),
        counts.refused() == 0 ? "" : " (" + kept.report() + ")");
    if (state.finished()) {
      out.printf("It was imported before; delete %s to do so again.%n", kept.state());
    }
    return counts.refused() == 0;
  }

  private PushClient client(String id, ImportProgress progress) {
    if (!WebAddresses.isSafe(to)) {
      throw new ToolFailure("--to must be an https address, or this machine: the key goes there.");
    }
    Path folder = Optional.ofNullable(secrets).orElse(Path.of(root, "data", "secrets"));
    return new PushClient(
        URI.create(to.toString().replaceFirst("/+$", "") + "/push/" + id),
        PushKey.of(id, NamedSecrets.in(folder, environment)),
        PATIENCE,
        progress::say);
  }

  private String account() {
    return Optional.ofNullable(account)
        .filter(id -> id.matches("[a-z0-9][a-z0-9-]{0,62}"))
        .orElseThrow(
            () -> new ToolFailure("Give the account's id from district.yaml as --account."));
  }
}
