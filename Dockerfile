# For people with Docker; no Docker engine was at hand where this was written, so it has not been run.
FROM maven:3-eclipse-temurin-25 AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates \
    && curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y --no-install-recommends nodejs
WORKDIR /src
COPY . .
RUN mvn -B -ntp -pl copilot-api -am package dependency:copy-dependencies -DincludeScope=runtime \
    -Dmaven.test.skip=true -Dspotless.check.skip=true \
    && mkdir /app && cp copilot-api/target/copilot-api-*.jar copilot-api/target/dependency/*.jar /app/

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /data --create-home copilot
COPY --from=build /app /app
USER copilot
ENV COPILOT_DATA=/data LC_ALL=C.UTF-8
EXPOSE 8080
ENTRYPOINT ["java", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", "/app/*", "dev.analystcopilot.api.cli.Copilot"]
CMD ["serve", "--port", "8080", "--bind", "0.0.0.0"]
