package hallmonitor.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeastWorkTest {
  @Test
  void aRunInWhichSomethingNeverHappenedShowsNothing() {
    LeastWork work = new LeastWork().of("seals", 3).of("damaged bytes", 0);

    assertThat(work.missing()).singleElement().asString().contains("no damaged bytes");
  }

  @Test
  void aRunInWhichAllHappenedShowsSomething() {
    assertThat(new LeastWork().of("seals", 3).of("effects", 1).missing()).isEmpty();
  }
}
