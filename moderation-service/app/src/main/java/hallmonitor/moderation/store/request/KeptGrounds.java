package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.request.LegalGround;
import org.jdbi.v3.core.Handle;

/** Grounds as they were worded when they were given. */
public final class KeptGrounds {
  /**
   * The columns of a {@link LegalGround} below {@code ground}, but its id, of a statement with a
   * left join of {@code records_request_ground} as {@code g}. All are empty where nothing was kept.
   */
  public static final String WORDS =
      """
      coalesce(g.source, '') as ground_source, coalesce(g.address, '') as ground_address,
        coalesce(g.english, '') as ground_english, coalesce(g.spanish, '') as ground_spanish\
      """;

  private KeptGrounds() {}

  /** Keeps the words of a ground, once for all that rests on them, and returns their number. */
  static long keep(Handle t, LegalGround ground) {
    t.createUpdate(
            """
            insert into records_request_ground (exemption, source, address, english, spanish)
            values (:id, :source, :address, :english, :spanish) on conflict do nothing
            """)
        .bindMethods(ground)
        .execute();
    return t.createQuery(
            """
            select ground_no from records_request_ground
            where (exemption, source, address, english, spanish) = (:id, :source, :address, :english, :spanish)
            """)
        .bindMethods(ground)
        .mapTo(Long.class)
        .one();
  }
}
