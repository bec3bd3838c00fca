package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.faults.Mails.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
  private static final Mail NOTICE = new Mail("a", false);
  private static final Mail DIGEST = new Mail("d", true);

  @Test
  void aMailThatWasSentOnceArrivesOnce() {
    Copies copies = new Copies(List.of(NOTICE, DIGEST), Set.of("a"), Map.of());

    assertThat(copies.again()).isZero();
    assertThat(copies.unexplained()).isZero();
  }

  @Test
  void aSecondCopyIsExplainedByAnUnknownAttemptOfThatMailOnly() {
    List<Mail> twice = List.of(NOTICE, NOTICE, DIGEST, DIGEST);

    assertThat(new Copies(twice, Set.of("a"), Map.of("a", 1L, "d", 1L)).unexplained()).isZero();
    assertThat(new Copies(twice, Set.of("a"), Map.of("a", 1L)).unexplained()).isEqualTo(1);
    assertThat(new Copies(twice, Set.of("a"), Map.of("b", 2L)).unexplained()).isEqualTo(2);
    assertThat(new Copies(twice, Set.of("a"), Map.of()).again()).isEqualTo(2);
  }

  @Test
  void aThirdCopyNeedsASecondUnknownAttempt() {
    List<Mail> thrice = List.of(NOTICE, NOTICE, NOTICE);

    assertThat(new Copies(thrice, Set.of("a"), Map.of("a", 1L)).unexplained()).isEqualTo(1);
    assertThat(new Copies(thrice, Set.of("a"), Map.of("a", 2L)).unexplained()).isZero();
  }

  @Test
  void aCopyWithAnotherMessageIdBelongsToNoNoticeAndIsNotExplained() {
    Copies copies = new Copies(List.of(NOTICE, new Mail("x", false)), Set.of("a"), Map.of());

    assertThat(copies.unexplained()).isEqualTo(1);
  }

  @Test
  void aNoticeThatWasWithdrawnMayHaveArrivedByAnUnknownAttempt() {
    assertThat(new Copies(List.of(NOTICE), Set.of(), Map.of("a", 1L)).unexplained()).isZero();
    assertThat(new Copies(List.of(NOTICE), Set.of(), Map.of()).unexplained()).isEqualTo(1);
  }

  @Test
  void aFilesIdAndThreadAreReadFromItsHeadersAlone(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("1.eml"), "Message-ID: <a@host>\r\nIn-Reply-To: <case.1@host>\r\n\r\ntext");
    Files.writeString(
        folder.resolve("2.eml"), "Message-ID: <d@host>\r\n\r\nIn-Reply-To: <text>\r\n");
    Files.writeString(folder.resolve("3.txt"), "no mail");

    assertThat(Mails.in(folder)).containsExactlyInAnyOrder(NOTICE, DIGEST);
  }
}
