package hallmonitor.moderation.console.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The building of a case, which limits access to the audit log. Hibernate fills the fields. */
@Entity
@Immutable
@Table(name = "review_case")
@SuppressWarnings("NullAway.Init")
class CaseBuilding {
  @Id UUID caseId;
  String building;
}
