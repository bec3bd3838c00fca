package hallmonitor.system.journey;

import static org.assertj.core.api.Assumptions.assumeThat;

import hallmonitor.system.Chromium;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** One evening in a district: each journey in its own file, all on one stack. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class PeopleIT {
  private static Chromium administrator;
  private static Schools schools;

  @BeforeAll
  static void theDistrictOpens() {
    Optional<Chromium> found = Chromium.start();
    assumeThat(found).as("a browser: install Debian's chromium and chromium-driver").isPresent();
    administrator = found.orElseThrow();
    schools = Schools.open(administrator);
  }

  @AfterAll
  static void theDistrictCloses() throws Exception {
    if (schools != null) {
      schools.close();
    }
    if (administrator != null) {
      administrator.close();
    }
  }

  @Nested
  @Order(1)
  class Principal extends PrincipalJourney {
    Principal() {
      super(schools);
    }
  }

  @Nested
  @Order(2)
  class RecordsOfficer extends RecordsOfficerJourney {
    RecordsOfficer() {
      super(schools, schools.at(administrator));
    }
  }

  @Nested
  @Order(3)
  class Appellant extends AppellantJourney {
    Appellant() {
      super(schools);
    }
  }

  @Nested
  @Order(4)
  class WithoutScripts extends ScriptlessJourney {
    WithoutScripts() {
      super(schools);
    }
  }

  @Nested
  @Order(5)
  class Coach extends CoachJourney {
    Coach() {
      super(schools, schools.at(administrator));
    }
  }

  @Nested
  @Order(6)
  class Silence extends SilenceJourney {
    Silence() {
      super(schools, schools.at(administrator));
    }
  }

  @Nested
  @Order(7)
  class Post extends PostJourney {
    Post() {
      super(schools, schools.at(administrator));
    }
  }

  @Nested
  @Order(8)
  class Requester extends RequesterJourney {
    Requester() {
      super(schools);
    }
  }

  /** Runs last, because it changes the policy. */
  @Nested
  @Order(9)
  class Administrator extends AdministratorJourney {
    Administrator() {
      super(schools, schools.at(administrator));
    }
  }
}
