package hallmonitor.system.journey;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day at a district's records desk: each journey in its own file, all on one stack. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class RecordsIT {
  @RegisterExtension static final OpenDistrict DISTRICT = OpenDistrict.with("vega", "desk");

  @Nested
  @Order(1)
  class RecordsOfficer extends RecordsOfficerJourney {
    RecordsOfficer() {
      super(DISTRICT.schools(), DISTRICT.administrator());
    }
  }

  @Nested
  @Order(2)
  class Requester extends RequesterJourney {
    Requester() {
      super(DISTRICT.schools());
    }
  }

  @Nested
  @Order(3)
  class ManyHits extends RequestJourney {
    ManyHits() {
      super(DISTRICT.schools());
    }
  }
}
