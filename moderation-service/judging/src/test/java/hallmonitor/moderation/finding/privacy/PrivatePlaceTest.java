package hallmonitor.moderation.finding.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.rule.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivatePlaceTest {
  private static final PrivateFactDetector FACTS = new PrivateFactDetector(new Vocabulary());

  private static List<String> places(String text) {
    List<PrivatePlace> places = new ArrayList<>(ShapeDetector.places(text));
    places.addAll(FACTS.places(Comment.of(text, "", "", Optional.empty(), "school")));
    return places.stream().map(place -> place.kind() + " " + place.span().of(text)).toList();
  }

  @Test
  void everyPlaceIsFoundAndNotOnlyTheFirst() {
    assertThat(places("Call 555-010-4477 or 555-010-4478, or write to Ana@Example.org"))
        .containsExactly("PHONE 555-010-4477", "PHONE 555-010-4478", "EMAIL Ana@Example.org");
    assertThat(places("She lives at 12 Elm Street, SSN 078-05-1120"))
        .contains("ADDRESS 12 Elm Street", "NUMBER 078-05-1120");
  }

  @Test
  void theNumberOfAnOfficeIsFoundToo() {
    assertThat(places("Office: 555-010-4477")).containsExactly("PHONE 555-010-4477");
  }

  @Test
  void privateMattersOfAPersonAreFound() {
    assertThat(places("Nora Finch has diabetes and Toby Wren got suspended for two days"))
        .anyMatch(place -> place.startsWith("MATTER") && place.contains("diabetes"))
        .anyMatch(place -> place.startsWith("MATTER") && place.contains("suspended"));
  }

  @Test
  void mattersOfTheAuthorAndTheirOwnChildAreFound() {
    assertThat(
            List.of(
                "My son has epilepsy and the nurse refused to help him.",
                "My daughter was suspended for vaping and has ADHD.",
                "My kid is autistic and has an IEP",
                "I have cancer and I was in rehab last year."))
        .allSatisfy(text -> assertThat(places(text)).anyMatch(p -> p.startsWith("MATTER")));
    assertThat(places("The bus was late again")).isEmpty();
  }

  @Test
  void aPlaceBeginsAtTheFactAndNotAtTheArticleBeforeIt() {
    assertThat(places("Toby Wren: el promedio es bajo, su iep no sirve"))
        .contains("MATTER promedio es", "MATTER iep");
    assertThat(places("Mi hijo tiene una epilepsia severa")).contains("MATTER tiene una epilepsia");
  }

  @Test
  void aNumberOrAddressIsFoundAsAWhole() {
    assertThat(places("Pay 4111 1111 1111 1111 now")).contains("PHONE 4111 1111 1111 1111");
    assertThat(places("Call +52 55 1234 5678")).contains("PHONE +52 55 1234 5678");
    assertThat(places("at 123 Oak Street, Apt 4B, Springfield, IL 62704 now"))
        .contains("ADDRESS 123 Oak Street, Apt 4B, Springfield, IL 62704");
    assertThat(places("at 12 Elm Street. Then he left")).containsExactly("ADDRESS 12 Elm Street");
    assertThat(places("Write to dana.reyes@d300.k12.il.us or dana+kids@gmail.com."))
        .containsExactly("EMAIL dana.reyes@d300.k12.il.us", "EMAIL dana+kids@gmail.com");
  }

  @Test
  void numbersOfAccountsAndUndashedSocialSecurityNumbersAreFound() {
    assertThat(places("SSN 123 45 6789")).contains("NUMBER 123 45 6789");
    assertThat(places("SSN 123456789")).contains("NUMBER 123456789");
    assertThat(places("My account number is 12345678")).contains("NUMBER 12345678");
  }
}
