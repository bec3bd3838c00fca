package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
  private static final String NOTICE = "a";
  private static final String DIGEST = "d";

  @Test
  void aMailThatWasSentOnceArrivesOnce() {
    Copies copies = new Copies(List.of(NOTICE, DIGEST), Set.of("a"), Set.of("a"), Map.of());

    assertThat(copies.again()).isZero();
    assertThat(copies.unexplained()).isZero();
  }

  @Test
  void aSecondCopyIsExplainedByAnUnknownAttemptOfThatMailOnly() {
    List<String> twice = List.of(NOTICE, NOTICE, DIGEST, DIGEST);

    assertThat(new Copies(twice, Set.of("a"), Set.of("a"), Map.of("a", 1L, "d", 1L)).unexplained())
        .isZero();
    assertThat(new Copies(twice, Set.of("a"), Set.of("a"), Map.of("a", 1L)).unexplained())
        .isEqualTo(1);
    assertThat(new Copies(twice, Set.of("a"), Set.of("a"), Map.of("b", 2L)).unexplained())
        .isEqualTo(2);
    assertThat(new Copies(twice, Set.of("a"), Set.of("a"), Map.of()).again()).isEqualTo(2);
  }

  @Test
  void aThirdCopyNeedsASecondUnknownAttempt() {
    List<String> thrice = List.of(NOTICE, NOTICE, NOTICE);

    assertThat(new Copies(thrice, Set.of("a"), Set.of("a"), Map.of("a", 1L)).unexplained())
        .isEqualTo(1);
    assertThat(new Copies(thrice, Set.of("a"), Set.of("a"), Map.of("a", 2L)).unexplained())
        .isZero();
  }

  @Test
  void aMailWithAnIdOfItsOwnCombinesNoticesAndArrivesOnceToo() {
    List<String> twice = List.of(NOTICE, DIGEST, DIGEST);

    assertThat(new Copies(twice, Set.of("a"), Set.of("a"), Map.of()).unexplained()).isEqualTo(1);
  }

  @Test
  void aNoticeThatWasWithdrawnMayHaveArrivedByAnUnknownAttempt() {
    assertThat(new Copies(List.of(NOTICE), Set.of("a"), Set.of(), Map.of("a", 1L)).unexplained())
        .isZero();
    assertThat(new Copies(List.of(NOTICE), Set.of("a"), Set.of(), Map.of()).unexplained())
        .isEqualTo(1);
  }

  @Test
  void aFilesIdIsReadFromItsHeadersAlone(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("1.eml"), "Message-ID: <a@host>\r\nIn-Reply-To: <case.1@host>\r\n\r\ntext");
    Files.writeString(
        folder.resolve("2.eml"), "Message-ID: <d@host>\r\n\r\nMessage-ID: <text>\r\n");
    Files.writeString(folder.resolve("3.txt"), "no mail");

    assertThat(Mails.in(folder)).containsExactlyInAnyOrder(NOTICE, DIGEST);
  }
}
