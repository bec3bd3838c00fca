package hallmonitor.settings.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreedNumbersTest {
  @Test
  void aPersonSaysWhereMessagesMayCome() {
    assertThat(person("messages: { text: \"+16305550123\", agreed: 2026-09-01 }").messages())
        .contains(
            new AgreedNumbers(
                Optional.of("+16305550123"), Optional.empty(), LocalDate.of(2026, 9, 1)));
  }

  @Test
  void aPhoneForPeopleToCallIsNoConsent() {
    assertThat(person("phone: 630-555-0123").messages()).isEmpty();
  }

  @Test
  void withoutTheDayOfTheConsentOrANumberItIsAMistake() {
    assertThatThrownBy(() -> person("messages: { text: 630-555-0123 }"))
        .hasMessageContaining("'630-555-0123' is not a number such as \"+16305550123\"")
        .hasMessageContaining("write the day on which the person agreed");
    assertThatThrownBy(() -> person("messages: { agreed: yes }"))
        .hasMessageContaining("name a number for 'text', for 'call', or for both")
        .hasMessageContaining("'yes' is not a date");
  }

  private static District.Person person(String more) {
    return DistrictFile.read(
            """
            district: Cedar Falls
            buildings: [{ id: high, name: High }]
            people:
              - { id: osei, name: Kofi Osei, email: osei@cedar.example, %s, roles: [] }
            """
                .formatted(more))
        .people()
        .get(0);
  }
}
