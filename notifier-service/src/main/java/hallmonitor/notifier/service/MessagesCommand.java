package hallmonitor.notifier.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticesFile;
import hallmonitor.settings.secret.NamedSecrets;
import hallmonitor.settings.tool.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code deploy/messages}: check, test. */
@Command(
    name = "deploy/messages",
    subcommands = {MessagesCheck.class, MessagesTrial.class},
    description = {
      "Checks the gateways and rosters of escalation.yaml, and sends a test message.",
      "Reads the district's files and secrets; Hall Monitor may run meanwhile.%n"
    },
    footer = "%nEach command has its own help: deploy/messages test --help")
public final class MessagesCommand {
  private final Map<String, String> environment;
  private final PrintStream out;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "the local run's data folder (data)")
  private Path data = Path.of(System.getProperty("hallmonitor.root", "."), "data");

  /**
   * Creates the command.
   *
   * @param environment the process's, or a test's own
   */
  MessagesCommand(Map<String, String> environment, PrintStream out) {
    this.environment = Map.copyOf(environment);
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    System.exit(run(List.of(arguments), System.getenv(), out, System.err));
  }

  /**
   * Runs the command.
   *
   * @return 0 if all is well; 1 if something is wrong or a test was not taken; 2 if it could not be
   *     carried out
   */
  static int run(
      List<String> arguments,
      Map<String, String> environment,
      PrintStream out,
      PrintStream errors) {
    return Tool.run(
        new MessagesCommand(environment, out), out, errors, arguments.toArray(String[]::new));
  }

  PrintStream out() {
    return out;
  }

  District district() throws IOException {
    return DistrictFile.read(Files.readString(config("district.yaml")));
  }

  EscalationRules rules() throws IOException {
    return EscalationFile.read(optional(EscalationFile.NAME));
  }

  NoticeSettings house() throws IOException {
    return new NoticeSettings(
        environment.getOrDefault("HALLMONITOR_CONSOLE_URL", "http://127.0.0.1:8080"),
        rules(),
        NoticesFile.read(optional(NoticesFile.NAME)),
        (conversation, person) -> "");
  }

  Optional<String> secret(String name) {
    Path folder =
        Optional.ofNullable(environment.get("HALLMONITOR_SECRETS_DIR"))
            .map(Path::of)
            .orElse(data.resolve("secrets"));
    return NamedSecrets.in(folder, environment::get).findOrWarn(name);
  }

  Gateways gateways() {
    return new Gateways(this::secret);
  }

  private String optional(String name) throws IOException {
    Path file = config(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private Path config(String name) {
    return Optional.ofNullable(environment.get("HALLMONITOR_CONFIG_DIR"))
        .map(Path::of)
        .orElse(data.resolve("config"))
        .resolve(name);
  }
}
