package hallmonitor.notifier.service;

import hallmonitor.messaging.Database;
import hallmonitor.notifier.Notifier;
import hallmonitor.notifier.answer.AnswerKey;
import hallmonitor.notifier.answer.AnswerLinks;
import hallmonitor.notifier.answer.AnswerTokens;
import hallmonitor.notifier.clock.DatabaseClock;
import hallmonitor.notifier.directory.OnCall;
import hallmonitor.notifier.drill.Drills;
import hallmonitor.notifier.gateway.Gateways;
import hallmonitor.notifier.mail.MailCredential;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.trouble.TroubleTeller;
import hallmonitor.notifier.watch.BackupWatch;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.notice.NoticesFile;
import hallmonitor.settings.secret.NamedSecrets;
import hallmonitor.settings.yaml.FileProblem;
import hallmonitor.settings.yaml.InvalidFileException;
import hallmonitor.settings.yaml.WatchedFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Starts and stops the notifier inside Quarkus; the only place that depends on the container. */
@ApplicationScoped
public class NotifierWiring {
  private static final System.Logger LOG = System.getLogger(NotifierWiring.class.getName());

  private volatile Optional<BackupWatch> backupWatch = Optional.empty();
  private volatile @Nullable Notifier notifier;
  private volatile @Nullable WatchedFile<District> district;
  private volatile @Nullable WatchedFile<EscalationRules> rules;
  private volatile @Nullable WatchedFile<NoticeTexts> texts;
  private volatile @Nullable AnswerTokens answerTokens;
  private volatile @Nullable AnswerLinks answers;
  private volatile @Nullable Supplier<TroubleTeller> teller;
  private volatile @Nullable Supplier<Drills> drills;
  private volatile @Nullable AnswerTokens drillTokens;
  private volatile @Nullable NotifierSettings settings;
  private volatile boolean answersAreEncrypted;

  void start(
      @Observes StartupEvent event,
      NotifierSettings settings,
      DataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry meters) {
    this.settings = settings;
    try {
      Path file = settings.configDir().resolve("district.yaml");
      district = new WatchedFile<>(file, DistrictFile::read);
      rules =
          WatchedFile.optional(
              settings.configDir().resolve(EscalationFile.NAME), EscalationFile::read);
      texts =
          WatchedFile.optional(settings.configDir().resolve(NoticesFile.NAME), NoticesFile::read);
      if (!unknownInRosters().isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", unknownInRosters()));
      }
      Jdbi database = Database.of(dataSource);
      InstantSource clock = new DatabaseClock(database);
      AnswerTokens tokens =
          new AnswerTokens(AnswerKey.from(secrets(settings)), settings.answers().valid());
      answerTokens = tokens;
      answersAreEncrypted = settings.answers().url().startsWith("https:");
      MailServer mailServer = mailServer(settings);
      teller =
          () ->
              new TroubleTeller(
                  mailServer.connection(),
                  new Gateways(this::secret),
                  () -> started(rules).current().value().messages(),
                  this::district,
                  () -> house(settings, clock),
                  () -> {});
      AnswerTokens ofDrills = tokens.ofDrills();
      drillTokens = ofDrills;
      drills =
          () ->
              new Drills(
                  database,
                  this::district,
                  () -> started(rules).current().value(),
                  () -> house(settings, clock),
                  mailServer.connection(),
                  new Gateways(this::secret),
                  (drill, person) ->
                      base(settings)
                          + "/answer/drill/"
                          + ofDrills.token(drill, person, clock.instant()),
                  clock);
      answers =
          new AnswerLinks(
              database,
              tokens,
              () -> started(district).current().value(),
              () -> started(rules).current().value(),
              () -> started(texts).current().value(),
              () -> started(notifier).answering(),
              settings.consoleUrl().replaceAll("/+$", ""),
              clock);
      notifier =
          new Notifier(
                  new Notifier.Dependencies(
                      database,
                      kafka,
                      () -> started(district).current().value(),
                      () -> started(rules).current().value(),
                      () -> house(settings, clock),
                      this::secret,
                      mailServer,
                      settings.mail().senders(),
                      clock,
                      meters))
              .start();
      backupWatch =
          Optional.of(
              new BackupWatch(database, settings.backupState(), clock, System::nanoTime).start());
    } catch (InvalidFileException | IllegalArgumentException e) {
      // Reported once and completely. This exception type suppresses the stack trace: the message
      // is for the person who edits the files.
      throw new ConfigurationException("The notifier does not start.\n" + e.getMessage());
    }
  }

  /** Returns whether people reach the answer page by HTTPS. */
  boolean answersAreEncrypted() {
    return answersAreEncrypted;
  }

  private static String base(NotifierSettings settings) {
    return settings.answers().url().replaceAll("/+$", "");
  }

  /** Returns new drills. */
  Drills drills() {
    return started(drills).get();
  }

  /** Returns the signer of links that answer drills. */
  AnswerTokens drillTokens() {
    return started(drillTokens);
  }

  private NoticeSettings house(NotifierSettings settings, InstantSource clock) {
    String base = base(settings);
    return new NoticeSettings(
        settings.consoleUrl(),
        started(rules).current().value(),
        started(texts).current().value(),
        (conversation, person) ->
            base + "/answer/" + started(answerTokens).token(conversation, person, clock.instant()));
  }

  /** Returns a secret by its name; empty if there is none. */
  Optional<String> secret(String name) {
    return secrets(started(settings)).findOrWarn(name);
  }

  /** Returns a new teller, for one thread. */
  TroubleTeller teller() {
    return started(teller).get();
  }

  private static NamedSecrets secrets(NotifierSettings settings) {
    return NamedSecrets.in(settings.secretsDir(), System::getenv);
  }

  private static MailServer mailServer(NotifierSettings settings) {
    Optional<MailCredential> credential =
        settings.mail().credential().map(name -> MailCredential.named(name, secrets(settings)));
    return new MailServer(settings.mail(), credential);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everySecond() {
    Notifier running = notifier;
    if (running == null) {
      return;
    }
    started(district).refresh();
    started(rules).refresh();
    started(texts).refresh();
    try {
      running.measure();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "the queue cannot be measured",
          e); // the senders' fault already reports it
    }
  }

  void stop(@Observes ShutdownEvent event) {
    backupWatch.ifPresent(BackupWatch::close);
    notifier().ifPresent(Notifier::close);
  }

  AnswerLinks answers() {
    return started(answers);
  }

  private static <T> T started(@Nullable T part) {
    return Objects.requireNonNull(part, "nothing asks for it before the start");
  }

  Optional<Notifier> notifier() {
    return Optional.ofNullable(notifier);
  }

  /** Returns the current district. */
  District district() {
    return started(district).current().value();
  }

  /** Returns people and buildings of rosters that are not in district.yaml, one sentence each. */
  List<String> unknownInRosters() {
    return OnCall.unknown(started(rules).current().value(), district());
  }

  /** Returns the mistakes of files that were rejected. */
  List<FileProblem> fileProblems() {
    return Stream.of(district, rules, texts)
        .filter(Objects::nonNull)
        .flatMap(file -> file.problems().stream())
        .toList();
  }
}
