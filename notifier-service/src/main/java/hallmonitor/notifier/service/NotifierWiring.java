package hallmonitor.notifier.service;

import hallmonitor.messaging.Database;
import hallmonitor.notifier.Notifier;
import hallmonitor.notifier.answer.AnswerKey;
import hallmonitor.notifier.answer.AnswerLinks;
import hallmonitor.notifier.answer.AnswerTokens;
import hallmonitor.notifier.clock.DatabaseClock;
import hallmonitor.notifier.mail.MailCredential;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticeTexts;
import hallmonitor.settings.notice.NoticesFile;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Starts and stops the notifier inside Quarkus; the only place that depends on the container. */
@ApplicationScoped
public class NotifierWiring {
  private static final Logger LOG = Logger.getLogger(NotifierWiring.class);

  private volatile Notifier notifier;
  private volatile WatchedFile<District> district;
  private volatile WatchedFile<EscalationRules> rules;
  private volatile WatchedFile<NoticeTexts> texts;
  private volatile AnswerTokens answerTokens;
  private volatile AnswerLinks answers;

  void start(
      @Observes StartupEvent event,
      NotifierSettings settings,
      DataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry meters) {
    try {
      Path file = settings.configDir().resolve("district.yaml");
      district = new WatchedFile<>(file, DistrictFile::read);
      rules =
          WatchedFile.optional(
              settings.configDir().resolve(EscalationFile.NAME), EscalationFile::read);
      texts =
          WatchedFile.optional(settings.configDir().resolve(NoticesFile.NAME), NoticesFile::read);
      Jdbi database = Database.of(dataSource);
      Clock clock = new DatabaseClock(database);
      answerTokens =
          new AnswerTokens(
              AnswerKey.from(settings.secretsDir(), System.getenv()), settings.answers().valid());
      answers =
          new AnswerLinks(
              database,
              answerTokens,
              () -> district.current().value(),
              () -> rules.current().value(),
              () -> texts.current().value(),
              () -> notifier.answering(),
              settings.consoleUrl().replaceAll("/+$", ""),
              clock);
      notifier =
          new Notifier(
                  new Notifier.Surroundings(
                      database,
                      kafka,
                      () -> district.current().value(),
                      () -> rules.current().value(),
                      () -> house(settings, clock),
                      name -> secret(settings, name),
                      mailServer(settings),
                      settings.mail().senders(),
                      clock,
                      meters))
              .start();
    } catch (InvalidFileException | IllegalArgumentException e) {
      // Reported once and completely. This exception type suppresses the stack trace: the message
      // is for the person who edits the files.
      throw new ConfigurationException("The notifier does not start.\n" + e.getMessage());
    }
  }

  private NoticeSettings house(NotifierSettings settings, Clock clock) {
    String base = settings.answers().url().replaceAll("/+$", "");
    return new NoticeSettings(
        settings.consoleUrl(),
        rules.current().value(),
        texts.current().value(),
        (conversation, person) ->
            base + "/answer/" + answerTokens.token(conversation, person, clock.instant()));
  }

  private static Optional<String> secret(NotifierSettings settings, String name) {
    return NotifierSecrets.named(name, settings.secretsDir(), System.getenv());
  }

  private static MailServer mailServer(NotifierSettings settings) {
    Optional<MailCredential> credential =
        settings
            .mail()
            .credential()
            .map(name -> MailCredential.named(name, settings.secretsDir(), System.getenv()));
    return new MailServer(settings.mail(), credential);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everySecond() {
    if (notifier == null) {
      return;
    }
    district.refresh();
    rules.refresh();
    texts.refresh();
    try {
      notifier.measure();
    } catch (RuntimeException e) {
      LOG.debug("the queue cannot be measured", e); // the senders' fault already reports it
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (notifier != null) {
      notifier.close();
    }
  }

  AnswerLinks answers() {
    return answers;
  }

  Optional<Notifier> notifier() {
    return Optional.ofNullable(notifier);
  }

  /** Returns the current district. */
  District district() {
    return district.current().value();
  }

  /** Returns the mistakes of files that were rejected. */
  List<FileProblem> fileProblems() {
    return Stream.of(district, rules, texts)
        .filter(Objects::nonNull)
        .flatMap(file -> file.problems().stream())
        .toList();
  }
}
