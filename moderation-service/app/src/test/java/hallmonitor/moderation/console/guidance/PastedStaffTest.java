package hallmonitor.moderation.console.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.store.guidance.StaffMember;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastedStaffTest {
  private static PastedStaff pasted(String text) {
    return PastedStaff.of(text, Set.of("maple-high"));
  }

  @Test
  void eachLineIsAPersonWithSchoolNameEmailAndLanguage() {
    PastedStaff staff =
        pasted("maple-high, Dana Reyes ,dreyes@example.org\n\n,\"Lee, Sam\",slee@example.org,es\n");

    assertThat(staff.mistakes()).isEmpty();
    assertThat(staff.members())
        .extracting(
            StaffMember::building, StaffMember::name, StaffMember::email, StaffMember::language)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "maple-high", "Dana Reyes", "dreyes@example.org", "en"),
            org.assertj.core.groups.Tuple.tuple("", "Lee, Sam", "slee@example.org", "es"));
  }

  @Test
  void everyWrongLineIsNamed() {
    assertThat(
            pasted("oak,Dana,d@example.org\nmaple-high,,x@example.org\nmaple-high,Sam,sam")
                .mistakes())
        .extracting(Object::toString)
        .satisfiesExactly(
            one -> assertThat(one).contains("Line 1", "no school 'oak'"),
            two -> assertThat(two).contains("Line 2", "name"),
            three -> assertThat(three).contains("Line 3", "email"));
  }

  @Test
  void aQuotationMarkThatIsNotClosedIsAMistake() {
    for (String text :
        List.of("\"Dana", "maple-high,Dana,d@example.org\n,\"Okafor,n@example.org")) {
      assertThat(pasted(text).mistakes())
          .as(text)
          .singleElement()
          .asString()
          .contains("quotation mark");
    }
  }
}
