package hallmonitor.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.notifier.watch.BackupWatch;
import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the technology director hears of the local run's backups. */
class BackupToldTest extends MessagesTests {
  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong();
  private Path file;

  @BeforeEach
  void run() {
    file = folder.resolve("backup.json");
    notifier = room.notifier(Districts.withNumbers(), clock, EscalationFile.read("")).start();
  }

  @Test
  void aBackupInTroubleIsToldOnceWithWhatIsWrong() throws Exception {
    write(", \"trouble\": \"The backup failed: the disk is full.\"");
    watch().look();
    await().until(() -> mailsTo("chan").size() == 1);
    watch().look();
    watch().look();
    assertThat(troubles()).isEqualTo(1);
    assertThat(mailsTo("chan")).hasSize(1);
    assertThat(MailText.subject(mailsTo("chan").get(0))).isEqualTo("The backup does not work");
    assertThat(MailText.body(mailsTo("chan").get(0))).contains("the disk is full");
  }

  @Test
  void aBackupThatWorksIsNotToldAnyone() throws Exception {
    write("");
    BackupWatch watch = watch();
    forward(Duration.ofMinutes(4));
    watch.look();
    assertThat(troubles()).isZero();
  }

  @Test
  void oneThatSoonStopsEverythingIsUrgent() throws Exception {
    write(", \"trouble\": \"Changes are not in the backup.\"");
    watch().look();
    await().until(() -> mailsTo("chan").size() == 1);
    clock.forward(Duration.ofHours(1));
    write(", \"trouble\": \"The disk is nearly full.\", \"urgent\": true");
    watch().look();
    await().until(() -> mailsTo("chan").size() == 2);
    assertThat(room.count("message_trouble where urgent")).isEqualTo(1);
  }

  @Test
  void aMachineThatSleptIsNoTrouble() throws Exception {
    write("");
    BackupWatch watch = watch();
    forward(Duration.ofMinutes(4));
    write("");
    watch.look();
    clock.forward(Duration.ofHours(9));
    watch.look();
    forward(Duration.ofSeconds(30));
    watch.look();
    write("");
    forward(Duration.ofMinutes(2));
    watch.look();
    assertThat(troubles()).isZero();
  }

  @Test
  void aStartWithoutBackupsEndsTheTrouble() throws Exception {
    write(", \"trouble\": \"The backup failed: the disk is full.\"");
    watch().look();
    assertThat(troubles()).isEqualTo(1);
    new BackupWatch(room.database, Optional.empty(), clock, nanos::get).look();
    assertThat(troubles()).isZero();
  }

  @Test
  void aLauncherThatNoLongerWritesIsToldButNotBeforeItCouldWrite() throws Exception {
    write("");
    forward(Duration.ofMinutes(6));
    BackupWatch watch = watch();
    watch.look();
    assertThat(troubles()).isZero();

    forward(Duration.ofMinutes(6));
    watch.look();
    await().until(() -> mailsTo("chan").size() == 1);
    assertThat(MailText.body(mailsTo("chan").get(0))).contains("Nothing is backed up");
  }

  private BackupWatch watch() {
    return new BackupWatch(room.database, Optional.of(file), clock, nanos::get);
  }

  private void forward(Duration time) {
    clock.forward(time);
    nanos.addAndGet(time.toNanos());
  }

  private long troubles() {
    return room.count("message_trouble where ended_at is null");
  }

  private void write(String more) throws IOException {
    Files.writeString(file, "{\"at\": \"%s\"%s}".formatted(clock.instant(), more));
  }
}
