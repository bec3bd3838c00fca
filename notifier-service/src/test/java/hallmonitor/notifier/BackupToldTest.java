package hallmonitor.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.notifier.message.BackupWatch;
import hallmonitor.settings.escalation.EscalationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the technology director hears of the local run's backups. */
class BackupToldTest extends MessagesTests {
  @TempDir Path folder;
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
    assertThat(lettersDue()).isZero();
    assertThat(MailText.subject(mailsTo("chan").get(0))).isEqualTo("The backup does not work");
    assertThat(MailText.body(mailsTo("chan").get(0))).contains("the disk is full");
  }

  @Test
  void aBackupThatWorksIsNotToldAnyone() throws Exception {
    write("");
    BackupWatch watch = watch();
    clock.forward(Duration.ofMinutes(4));
    watch.look();
    assertThat(troubles()).isZero();
  }

  @Test
  void aLauncherThatNoLongerWritesIsToldButNotBeforeItCouldWrite() throws Exception {
    write("");
    clock.forward(Duration.ofMinutes(6));
    BackupWatch watch = watch();
    watch.look();
    assertThat(troubles()).isZero();

    clock.forward(Duration.ofMinutes(6));
    watch.look();
    await().until(() -> mailsTo("chan").size() == 1);
    assertThat(MailText.body(mailsTo("chan").get(0))).contains("Nothing is backed up");
  }

  private BackupWatch watch() {
    return new BackupWatch(room.database, file, clock);
  }

  private long troubles() {
    return room.count("message_trouble where ended_at is null");
  }

  private long lettersDue() {
    return room.count("message_trouble where letter_due_at is not null");
  }

  private void write(String more) throws IOException {
    Files.writeString(file, "{\"at\": \"%s\"%s}".formatted(clock.instant(), more));
  }
}
