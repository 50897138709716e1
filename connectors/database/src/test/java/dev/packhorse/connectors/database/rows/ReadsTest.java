package dev.packhorse.connectors.database.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.connectors.database.snapshot.Query;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows have their columns in the order of the query; whoever reads them goes by these names. */
class ReadsTest {
  @ParameterizedTest
  @CsvSource({
    "bots, BotRows",
    "channelmembers, ChannelMemberRows",
    "channels, ChannelRows",
    "emoji, EmojiRows",
    "fileinfo, FileRows",
    "posts, PostRows",
    "preferences, PreferenceRows",
    "reactions, ReactionRows",
    "roles, RoleRows",
    "schemes, SchemeRows",
    "teammembers, TeamMemberRows",
    "teams, TeamRows",
    "threadmemberships, FollowerRows",
    "users, UserRows"
  })
  void everyNameIsThatOfTheColumnAtItsPlace(String query, String names) throws Exception {
    List<String> columns =
        Query.load(query).columns().stream()
            .map(Query.Column::name)
            .map(String::toUpperCase)
            .toList();
    Field[] fields = Class.forName(getClass().getPackageName() + "." + names).getDeclaredFields();
    assertThat(fields).isNotEmpty();
    for (Field field : fields) {
      if (!field.isSynthetic()) {
        String name = field.getName().replace("_", "");
        assertThat(columns.get(field.getInt(null))).as(names + "." + name).isEqualTo(name);
      }
    }
  }

  @Test
  void theRolesOfMembersOfTeamsAndOfChannelsAreReadByTheSameCode() {
    assertThat(TeamMemberRows.ROLES).isEqualTo(ChannelMemberRows.ROLES);
    assertThat(TeamMemberRows.SCHEME_ADMIN).isEqualTo(ChannelMemberRows.SCHEME_ADMIN);
  }

  @Test
  void whatIsPutTogetherByUserBeginsWithTheUser() {
    assertThat(ChannelMemberRows.USER_ID).isEqualTo(UserRows.ID);
    assertThat(PreferenceRows.USER_ID).isEqualTo(UserRows.ID);
  }

  @Test
  void rolesOfSchemesStandBehindEachOther() {
    List<String> columns =
        Query.load("schemes").columns().stream().map(Query.Column::name).toList();
    assertThat(columns.subList(SchemeRows.DEFAULT_TEAM_ADMIN_ROLE, columns.size()))
        .containsExactly(
            "DefaultTeamAdminRole",
            "DefaultTeamUserRole",
            "DefaultTeamGuestRole",
            "DefaultChannelAdminRole",
            "DefaultChannelUserRole",
            "DefaultChannelGuestRole");
  }
}
