package hallmonitor.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.testparts.Parts;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thread without which escalations wait, ended in a process of its own. */
class EndedThreadTest extends MailroomTests {
  /** EX_SOFTWARE in sysexits.h. */
  private static final int ENDED_ITSELF = 70;

  @ParameterizedTest
  @ValueSource(
      strings = {"escalations", "case events", "outbox", "escalation clock", "notice sender"})
  void aThreadThatEndsEndsTheProcess(String thread) throws Exception {
    Parts parts = Parts.shared();
    Process process =
        NotifierProcess.ending(
            thread,
            parts.bootstrapServers(),
            parts.jdbcUrl(),
            parts.passwords().roles().get(DatabaseRole.NOTIFIER),
            room.smtpPort());
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
      assertThat(process.exitValue()).isEqualTo(ENDED_ITSELF);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
