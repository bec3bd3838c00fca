package hallmonitor.moderation.finding.together;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedTargetsTest {
  private final NamedTargets targets =
      new NamedTargets(
          new LocalNames(
              List.of("Maple Valley High School", "Mavericks"),
              List.of("Ngozi Okafor", "Tom Lindgren")));

  private static Comment saying(String text) {
    return Comment.of(text, "Sam Ortiz", "", Optional.empty(), "school");
  }

  private Set<String> in(String text) {
    return targets.of(saying(text), Optional.empty()).keySet();
  }

  @Test
  void aNameWithinASentenceIsATarget() {
    assertThat(in("nobody likes Braelynn anyway")).containsExactly("braelynn");
  }

  @Test
  void aNameThatBeginsASentenceIsOneWhenSomethingIsSaidOfIt() {
    assertThat(in("Braelynn is so fake")).containsExactly("braelynn");
    assertThat(in("Braelynn Carter smells")).containsExactlyInAnyOrder("braelynn", "carter");
    assertThat(in("Pathetic losers")).isEmpty();
    assertThat(in("Everyone is fake")).isEmpty();
  }

  @Test
  void aGivenNameNeedsNoCapital() {
    assertThat(in("lol jake is such a loser")).containsExactly("jake");
    assertThat(in("i will bill you, mark my words")).isEmpty();
  }

  @Test
  void nicknamesStandForTheName() {
    assertThat(in("what a clown Mike is")).isEqualTo(in("go home Michael"));
  }

  @Test
  void aHandleIsATarget() {
    assertThat(in("go away @jake.m_09.")).containsExactly("@jake.m_09");
  }

  @Test
  void itSaysWhereTheNameStands() {
    String text = "wow, Braelynn's so fake";
    Map<String, List<Span>> found = targets.of(saying(text), Optional.empty());
    assertThat(found.get("braelynn")).extracting(s -> s.of(text)).containsExactly("Braelynn's");
  }

  @Test
  void whoHoldsAnOfficeIsNoTarget() {
    assertThat(in("Principal Jones is a joke")).isEmpty();
    assertThat(in("the Board is a joke")).isEmpty();
    assertThat(in("Coach Brown should be ashamed")).isEmpty();
    assertThat(in("Mrs. Patterson is a joke")).isEmpty();
    assertThat(in("La directora Gómez es una vergüenza")).isEmpty();
  }

  @Test
  void anEmployeeOfTheDirectoryIsNoTarget() {
    assertThat(in("Okafor is a coward")).isEmpty();
    assertThat(in("Shame on Ngozi Okafor")).isEmpty();
  }

  @Test
  void schoolsAndTeamsAreNoTargets() {
    assertThat(in("the Mavericks are trash, so is Maple Valley")).isEmpty();
  }

  @Test
  void whoIsAnsweredIsMeantWhereNobodyIsNamed() {
    assertThat(targets.of(saying("you are pathetic"), Optional.of("Jake Miller")).keySet())
        .containsExactlyInAnyOrder("jake", "miller");
    assertThat(targets.of(saying("yes, Braelynn is fake"), Optional.of("Jake Miller")).keySet())
        .containsExactly("braelynn");
    assertThat(targets.of(saying("you are pathetic"), Optional.of("Mr. Lindgren"))).isEmpty();
    assertThat(targets.of(saying("the superintendent lies"), Optional.of("Jake Miller"))).isEmpty();
  }

  @Test
  void nobodyAttacksThemselves() {
    assertThat(in("I know, Sam is the worst")).isEmpty();
  }

  @Test
  void anyTextIsRead() {
    for (String text :
        List.of("", "@", "@@ @.", "'''", "\uD835\uDC09ake", "A B C D E F G H I J K L M")) {
      assertThat(in(text).size()).isLessThanOrEqualTo(6);
    }
  }
}
