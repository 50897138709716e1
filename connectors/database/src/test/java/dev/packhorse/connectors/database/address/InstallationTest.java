package dev.packhorse.connectors.database.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhorse.formats.problem.ProblemCode;
import dev.packhorse.formats.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
  private static final StoredConfiguration NONE =
      database -> {
        throw new AssertionError("no database was to be asked");
      };

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private static String resource(String name) throws IOException {
    try (InputStream in = InstallationTest.class.getResourceAsStream("/config/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Installation with(String json) throws IOException {
    write("config/config.json", json);
    return read(folder.toString());
  }

  private Installation read(String address) throws IOException {
    return Installation.read("mattermost:" + address, environment, NONE);
  }

  private static void assertProblem(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void theConfigurationOfAServerOf5_37() throws IOException {
    Installation found = with(resource("5.37.json"));
    assertThat(found.database().engine()).isEqualTo(Engine.MYSQL);
    assertThat(found.database().where()).isEqualTo("db.example.org:3306");
    assertThat(found.database().password()).isEqualTo("p@ss/w:ord");
    assertThat(found.replicas()).hasSize(1);
    assertThat(found.files().text()).isEqualTo(folder.toAbsolutePath().resolve("data").toString());
    assertThat(found.files().options()).isEmpty();
    assertThat(found.maxFileSize()).isEqualTo(52_428_800);
    assertThat(found.maxUsersPerTeam()).isEqualTo(500);
    assertThat(found.maxChannelsPerTeam()).isEqualTo(3000);
    assertThat(found.maxImagePixels()).isEqualTo(33_177_600);
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void theConfigurationOfAServerOf11() throws IOException {
    Installation found = with(resource("11.json"));
    assertThat(found.database().engine()).isEqualTo(Engine.POSTGRES);
    assertThat(found.database().password()).isEqualTo("s/ecret");
    assertThat(found.replicas()).isEmpty();
    assertThat(found.files().text()).isEqualTo("s3://chat-files/prod");
    assertThat(found.files().options())
        .containsOnly(
            Map.entry("endpoint", "minio.example.org:9000"),
            Map.entry("ssl", "false"),
            Map.entry("region", "eu-central-1"),
            Map.entry("access-key", "AKIAEXAMPLE"),
            Map.entry("secret-key", "wJalr/XUtn+FEMI"));
    assertThat(found.maxChannelsPerTeam()).as("not set").isEqualTo(2000);
  }

  @Test
  void whatWasFoundIsExplainedWithSecretsMasked() throws IOException {
    assertThat(with(resource("11.json")).explain())
        .containsExactly(
            "configuration: " + folder.toAbsolutePath().resolve("config/config.json"),
            "database: postgres://mmuser@localhost:5432/mattermost, password ********",
            "file store: s3://chat-files/prod, access-key ********, endpoint"
                + " minio.example.org:9000, region eu-central-1, secret-key ********, ssl false",
            "limits: files of 104857600 bytes, 50 members to a team, 2000 channels to a team");
    for (String name : new String[] {"5.37.json", "11.json"}) {
      Installation found = with(resource(name));
      assertThat(found.explain() + " " + found + found.database() + found.files())
          .doesNotContain("p@ss", "s/ecret", "s%2Fecret", "AKIA", "wJalr", "hush");
    }
  }

  @Test
  void variablesOfTheEnvironmentStandAboveTheFile() throws IOException {
    environment.put("MM_SQLSETTINGS_DRIVERNAME", "postgres");
    environment.put("MM_SQLSETTINGS_DATASOURCE", "postgres://other:pw@new.example.org/mm");
    environment.put("MM_SQLSETTINGS_DATASOURCEREPLICAS", "postgres://r1/mm postgres://r2/mm");
    environment.put("MM_FILESETTINGS_DIRECTORY", "/srv/files");
    environment.put("MM_FILESETTINGS_MAXFILESIZE", "7");
    environment.put("MM_EMAILSETTINGS_SMTPPASSWORD", "not ours");
    Installation found = with(resource("5.37.json"));
    assertThat(found.database()).hasToString("postgres://other@new.example.org:5432/mm");
    assertThat(found.replicas())
        .extracting(DatabaseAddress::where)
        .containsExactly("r1:5432", "r2:5432");
    assertThat(found.files().text()).isEqualTo("/srv/files");
    assertThat(found.maxFileSize()).isEqualTo(7);
    assertThat(found.explain())
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("from the environment: ")
                    .contains("MM_SQLSETTINGS_DATASOURCE", "MM_FILESETTINGS_DIRECTORY")
                    .doesNotContain("SMTP"));
    environment.put("MM_SQLSETTINGS_DATASOURCEREPLICAS", "[\"postgres://r3/mm\"]");
    assertThat(with(resource("5.37.json")).replicas()).hasSize(1);
  }

  @Test
  void theAddressMayBeTheFile() throws IOException {
    Path usual = write("config/config.json", resource("5.37.json"));
    assertThat(read(usual.toString()).files().text())
        .isEqualTo(folder.toAbsolutePath().resolve("data").toString());
    Path elsewhere = write("etc/chat.json", resource("5.37.json"));
    assertThat(read(elsewhere.toString()).files().text())
        .isEqualTo(folder.toAbsolutePath().resolve("etc/data").toString());
  }

  @Test
  void mmConfigMayNameAnotherFile() throws IOException {
    write("config/other.json", resource("11.json"));
    environment.put("MM_CONFIG", "other.json");
    assertThat(read(folder.toString()).files().text()).isEqualTo("s3://chat-files/prod");
    environment.put("MM_CONFIG", write("elsewhere.json", resource("11.json")).toString());
    assertThat(read(folder.toString()).files().text()).isEqualTo("s3://chat-files/prod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"environment", "service", "address"})
  void theConfigurationMayBeInADatabase(String named) throws IOException {
    String source = "postgres://config:hidden@db.example.org/settings";
    String address = folder.toString();
    switch (named) {
      case "environment" -> environment.put("MM_CONFIG", source);
      case "service" ->
          write("config/mattermost.environment", "# service\nMM_CONFIG='" + source + "'\n");
      default -> address = source;
    }
    String json = resource("11.json");
    Installation found =
        Installation.read(
            "mattermost:" + address,
            environment,
            database -> {
              assertThat(database.password()).isEqualTo("hidden");
              assertThat(database.database()).isEqualTo("settings");
              return json;
            });
    assertThat(found.database().database()).isEqualTo("mattermost");
    assertThat(found.explain()).asString().doesNotContain("hidden");
    assertThat(Installation.canonical("mattermost:" + address)).doesNotContain("hidden");
  }

  @Test
  void aStoredConfigurationNeedNotNameItsOwnDatabaseAndTheFolderMayBeUnknown() throws IOException {
    String address = "mattermost:mysql://mm:pw@tcp(db:3306)/chat";
    Installation found =
        Installation.read(
            address, environment, database -> "{\"SqlSettings\":{\"DataSource\":\"\"}}");
    assertThat(found.database().engine()).isEqualTo(Engine.MYSQL);
    assertThat(found.database().password()).isEqualTo("pw");
    assertProblem(InstallationProblem.STORE_RELATIVE, found::files);
    assertThat(found.explain()).anyMatch(line -> line.startsWith("file store: unknown. "));
    assertProblem(
        InstallationProblem.NOT_STORED,
        () -> Installation.read(address, environment, database -> null));
  }

  @Test
  void aFolderOrFileThatIsNotThereIsTold() {
    assertProblem(InstallationProblem.NOT_FOUND, () -> read(folder.toString()));
    assertProblem(InstallationProblem.NOT_FOUND, () -> read(folder + "/none"));
    environment.put("MM_CONFIG", "none.json");
    assertProblem(InstallationProblem.NOT_FOUND, () -> read(folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"SqlSettings\": {", "{\n\"a\": hush}", "\"text\""})
  void whatIsNoJsonIsToldWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> with(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(InstallationProblem.NOT_JSON);
              assertThat(e.problem().message()).doesNotContain("hush");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATABASE_DRIVER | {'SqlSettings':{'DriverName':'sqlite3','DataSource':'x'}}",
        "DATA_SOURCE | {}",
        "DATA_SOURCE | {'SqlSettings':{'DriverName':'postgres','DataSource':' '}}",
        "DATA_SOURCE | {'SqlSettings':{'DriverName':'postgres','DataSource':'nonsense'}}",
        "DATA_SOURCE | {'SqlSettings':{'DriverName':'postgres','DataSource':'mysql://h/x'}}",
        "MASKED | {'SqlSettings':{'DriverName':'postgres','DataSource':'********'}}"
      })
  void aDatabaseThatCannotBeToldIsAProblem(InstallationProblem problem, String json) {
    assertProblem(problem, () -> with(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STORE_DRIVER | {'DriverName':'azureblob'}",
        "STORE_INCOMPLETE | {'DriverName':'amazons3'}",
        "STORE_INCOMPLETE | {'DriverName':'amazons3','AmazonS3Bucket':'b','AmazonS3AccessKeyId':'A'}",
        "STORE_INCOMPLETE | {'DriverName':'amazons3','AmazonS3Bucket':'b','AmazonS3SecretAccessKey':'s'}",
        "MASKED | {'DriverName':'amazons3','AmazonS3Bucket':'b','AmazonS3AccessKeyId':'A','AmazonS3SecretAccessKey':'********************************'}"
      })
  void aFileStoreThatCannotBeToldKeepsNobodyFromTheDatabase(
      InstallationProblem problem, String settings) throws IOException {
    Installation found =
        with(
            ("{'SqlSettings':{'DataSource':'postgres://h/x'},'FileSettings':" + settings + "}")
                .replace('\'', '"'));
    assertThat(found.database().database()).isEqualTo("x");
    assertProblem(problem, found::files);
  }

  @Test
  void aBucketWithoutKeysIsReadWithThoseOfTheEnvironment() throws IOException {
    Installation found =
        with(
            "{\"sqlsettings\":{\"DATASOURCE\":\"mm:pw@tcp(h)/x\"},\"FileSettings\":"
                + "{\"DriverName\":\"amazons3\",\"AmazonS3Bucket\":\"b\"}}");
    assertThat(found.database().engine()).as("told by its form").isEqualTo(Engine.MYSQL);
    assertThat(found.files().options()).containsOnlyKeys("endpoint", "ssl");
    assertThat(found.explain()).anyMatch(line -> line.endsWith("keys from the environment"));
  }

  @Test
  void aReplicaThatMakesNoSenseIsToldAndPassedOver() throws IOException {
    Installation found =
        with(
            "{\"SqlSettings\":{\"DataSource\":\"postgres://h/x\",\"DataSourceReplicas\":"
                + "[\"\",\"nonsense\",\"postgres://r/x\"]}}");
    assertThat(found.replicas()).hasSize(1);
    assertThat(found.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(InstallationProblem.REPLICA);
              assertThat(problem.message()).contains("DataSourceReplicas[1]");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "mattermost:/opt/mattermost, mattermost:/opt/mattermost",
    "mattermost:/opt/x/../mattermost/, mattermost:/opt/mattermost",
    "mattermost:///opt/mattermost, mattermost:/opt/mattermost",
    "mattermost:postgres://u:p@H/db, mattermost:postgres://u@h:5432/db"
  })
  void theAddressHasOneFormWithoutSecrets(String address, String canonical) {
    assertThat(Installation.handles(address)).isTrue();
    assertThat(Installation.canonical(address)).isEqualTo(canonical);
    assertThat(Installation.canonical(canonical)).isEqualTo(canonical);
  }
}
