package hallmonitor.notifier.service;

import hallmonitor.contract.district.District;
import hallmonitor.contract.district.DistrictFile;
import hallmonitor.contract.wire.Database;
import hallmonitor.contract.yaml.InvalidFileException;
import hallmonitor.contract.yaml.Problem;
import hallmonitor.contract.yaml.WatchedFile;
import hallmonitor.notifier.Notifier;
import hallmonitor.notifier.mail.MailCredential;
import hallmonitor.notifier.mail.MailServer;
import hallmonitor.notifier.notice.House;
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
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Starts and stops the notifier inside Quarkus; the one place where it meets the container. */
@ApplicationScoped
public class NotifierWiring {
  private static final Logger LOG = Logger.getLogger(NotifierWiring.class);

  private volatile Notifier notifier;
  private volatile WatchedFile<District> district;

  void start(
      @Observes StartupEvent event,
      NotifierSettings settings,
      DataSource dataSource,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry meters) {
    try {
      Path file = settings.configDir().resolve("district.yaml");
      district = new WatchedFile<>(file, DistrictFile::read);
      notifier =
          new Notifier(
                  new Notifier.Surroundings(
                      Database.of(dataSource),
                      kafka,
                      () -> district.current().value(),
                      house(settings),
                      mailServer(settings),
                      settings.mail().senders(),
                      Clock.systemUTC(),
                      meters))
              .start();
    } catch (InvalidFileException | IllegalArgumentException e) {
      // Said once, in full, and without a stack trace, which this exception brings about: it is for
      // whoever edits the files.
      throw new ConfigurationException("The notifier does not start.\n" + e.getMessage());
    }
  }

  private static House house(NotifierSettings settings) {
    return new House(
        settings.consoleUrl(), settings.notices().includeQuote(), settings.notices().duties());
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
    try {
      notifier.measure();
    } catch (RuntimeException e) {
      LOG.debug("the queue cannot be measured", e); // the senders' fault says so already
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (notifier != null) {
      notifier.close();
    }
  }

  Optional<Notifier> notifier() {
    return Optional.ofNullable(notifier);
  }

  /** What district.yaml says at the moment. */
  District district() {
    return district.current().value();
  }

  /** The mistakes of a district.yaml that was not taken up. */
  List<Problem> districtProblems() {
    return district == null ? List.of() : district.problems();
  }
}
