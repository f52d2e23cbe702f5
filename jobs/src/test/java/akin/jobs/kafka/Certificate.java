package akin.jobs.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A self-signed certificate for localhost.
 *
 * @param keyStore the broker's
 * @param trustStore of those who trust it
 * @param exported the same as PEM
 */
record Certificate(Path keyStore, Path trustStore, Path exported, String password) {

    /** Makes one with the JDK's keytool. */
    static Certificate forLocalhost(Path folder, String name, String password) throws Exception {
        Path exported = folder.resolve(name + ".pem");
        Certificate made = new Certificate(
                folder.resolve(name + "-keys.p12"), folder.resolve(name + "-trust.p12"), exported, password);
        made.keytool(
                "-genkeypair -alias broker -keyalg EC -dname CN=" + name
                        + " -ext san=dns:localhost,ip:127.0.0.1 -keystore",
                made.keyStore);
        made.keytool("-exportcert -alias broker -rfc -file " + exported + " -keystore", made.keyStore);
        made.keytool("-importcert -alias broker -noprompt -file " + exported + " -keystore", made.trustStore);
        return made;
    }

    private void keytool(String arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of(store.toString(), "-storetype", "PKCS12", "-storepass", password));
        Path log = Files.createTempFile(store.getParent(), "keytool", ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(arguments + ": " + Files.readString(log));
        }
    }
}
