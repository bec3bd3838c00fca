package hallmonitor.system.journey;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One evening in a district: each journey in its own file, all on one stack. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class PeopleIT {
  @RegisterExtension
  static final OpenDistrict DISTRICT =
      OpenDistrict.with("okafor", "first", "second", "third", "writer", "plain", "brandt");

  @Nested
  @Order(1)
  class Principal extends PrincipalJourney {
    Principal() {
      super(DISTRICT.schools());
    }
  }

  @Nested
  @Order(2)
  class Appellant extends AppellantJourney {
    Appellant() {
      super(DISTRICT.schools());
    }
  }

  @Nested
  @Order(3)
  class WithoutScripts extends ScriptlessJourney {
    WithoutScripts() {
      super(DISTRICT.schools());
    }
  }

  @Nested
  @Order(4)
  class Coach extends CoachJourney {
    Coach() {
      super(DISTRICT.schools(), DISTRICT.administrator());
    }
  }

  @Nested
  @Order(5)
  class Silence extends SilenceJourney {
    Silence() {
      super(DISTRICT.schools(), DISTRICT.administrator());
    }
  }

  @Nested
  @Order(6)
  class Post extends PostJourney {
    Post() {
      super(DISTRICT.schools(), DISTRICT.administrator());
    }
  }

  /** Runs last, because it changes the policy. */
  @Nested
  @Order(7)
  class Administrator extends AdministratorJourney {
    Administrator() {
      super(DISTRICT.schools(), DISTRICT.administrator());
    }
  }
}
