// Outage Desk in Azure: Container Apps with at least one replica always, PostgreSQL, Key Vault, the registration of the bot, and alerts.
// The steps, what it costs, and a smaller variant: README.md beside this file.
targetScope = 'resourceGroup'

@description('Where everything is, but for the registration of the bot, which has no place.')
param location string = resourceGroup().location

@description('What the names of all resources begin with.')
@minLength(3)
@maxLength(16)
param name string = 'outage-desk'

@description('The image of the bot, such as REGISTRY.azurecr.io/outage-desk:X.Y.Z. Empty: all but the bot is made, so that there is a registry to build it in.')
param image string = ''

@description('The image of the proxy in front of the bot: Caddy 2. In earnest, import it into the registry.')
param proxyImage string = 'docker.io/library/caddy:2'

@description('How many bots run. One is enough; with two, a restart makes no gap.')
@minValue(1)
@maxValue(4)
param replicas int = 1

@description('Who may write secrets into the vault: the object id of whoever deploys this.')
param principalId string

@description('Of an app registration of your own, whose secret is in the vault as microsoftapppassword. Empty: the bot is a managed identity, without any secret.')
param appId string = ''

@description('Names of further secrets, as the bot and the desk file name them, such as HEARTBEAT_URL or PAGERDUTY_KEY. Each is in the vault in small letters, with - for _.')
param secretNames array = []

@description('The password of the database. Letters and digits alone: it stands in an address.')
@secure()
@minLength(24)
param databasePassword string

@description('For how many days the database can be put back to any moment.')
@minValue(7)
@maxValue(35)
param backupDays int = 14

@description('Who gets an e-mail when an alert rings.')
param alertEmail string

var unique = uniqueString(resourceGroup().id)
var isManaged = empty(appId)
var botId = isManaged ? identity.properties.clientId : appId
var host = '${name}.${platform.properties.defaultDomain}'
var allSecrets = union(isManaged ? [] : ['MicrosoftAppPassword'], secretNames)
// The lines of the example that are off (a # and no space) are on here, because PUBLIC_URL is set.
var caddyfile = replace(replace(loadTextContent('../env/deploy/Caddyfile'), '\t# ', '\t## '), '\t#', '\t')

// Who the bot is, who reads the vault, and who fetches images.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: 'cr${unique}'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${unique}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource databaseUrl 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: 'postgresql://outage_desk:${databasePassword}@${database.outputs.host}:5432/outage_desk?sslmode=verify-full'
  }
}

// Azure's own roles: AcrPull, Key Vault Secrets User, Key Vault Secrets Officer.
var mayPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var mayRead = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var mayWrite = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource pullRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, mayPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: mayPull
  }
}

resource readRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, mayRead)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: mayRead
  }
}

resource writeRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, mayWrite)
  scope: vault
  properties: {
    principalId: principalId
    roleDefinitionId: mayWrite
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/16']
    }
    subnets: [
      {
        name: 'bots'
        properties: {
          addressPrefix: '10.20.0.0/24'
          delegations: [
            {
              name: 'bots'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.1.0/28'
          delegations: [
            {
              name: 'database'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
    ]
  }

  resource bots 'subnets' existing = {
    name: 'bots'
  }

  resource database 'subnets' existing = {
    name: 'database'
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    location: location
    name: '${name}-${unique}'
    networkId: network.id
    subnetId: network::database.id
    password: databasePassword
    backupDays: backupDays
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    // The log names people by their Entra object ids, so it needs an end.
    retentionInDays: 30
  }
}

resource platform 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: network::bots.id
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${unique}'
    endpoint: 'https://${host}/api/messages'
    appId: botId
    identityId: isManaged ? identity.id : ''
  }
}

resource app 'Microsoft.App/containerApps@2025-07-01' = if (!empty(image)) {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: platform.id
    workloadProfileName: 'Consumption'
    configuration: {
      // The new bot is ready before the old one stops.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        // The proxy, which passes on only what Teams and people need. The bot's own port is reached by probes alone.
        targetPort: 8080
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: concat(
        [
          {
            name: 'caddyfile'
            value: caddyfile
          }
          {
            name: 'desk-file'
            keyVaultUrl: '${vault.properties.vaultUri}secrets/desk-file'
            identity: identity.id
          }
          {
            name: 'database-url'
            keyVaultUrl: '${vault.properties.vaultUri}secrets/database-url'
            identity: identity.id
          }
        ],
        map(allSecrets, secret => {
          name: toLower(replace(secret, '_', '-'))
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${toLower(replace(secret, '_', '-'))}'
          identity: identity.id
        })
      )
    }
    template: {
      // The bot answers SIGTERM within ten seconds.
      terminationGracePeriodSeconds: 15
      // Deadlines run in the bot, so it never scales to nothing.
      scale: {
        minReplicas: replicas
        maxReplicas: replicas
      }
      volumes: [
        {
          name: 'desk'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'desk-file'
              path: 'desk.yaml'
            }
          ]
        }
        {
          name: 'proxy'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'caddyfile'
              path: 'Caddyfile'
            }
          ]
        }
      ]
      containers: [
        {
          name: 'bot'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(
            [
              { name: 'MicrosoftAppId', value: botId }
              { name: 'MicrosoftAppType', value: isManaged ? 'UserAssignedMsi' : 'SingleTenant' }
              { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
              { name: 'HOST', value: '0.0.0.0' }
              { name: 'PORT', value: '3978' }
              { name: 'PUBLIC_URL', value: 'https://${host}' }
              { name: 'DESK_FILE', value: '/desk/desk.yaml' }
              { name: 'DATABASE_URL', secretRef: 'database-url' }
              // Of the smallest server's 35, while old and new bots run side by side.
              { name: 'DATABASE_CONNECTIONS', value: '8' }
            ],
            map(allSecrets, secret => { name: secret, secretRef: toLower(replace(secret, '_', '-')) })
          )
          volumeMounts: [
            {
              volumeName: 'desk'
              mountPath: '/desk'
            }
          ]
          probes: [
            {
              // It listens at once, also while the database is away.
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 5
              // The most that Azure takes.
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 10
              // The bot itself waits for its store for five.
              timeoutSeconds: 6
              failureThreshold: 3
            }
          ]
        }
        {
          name: 'proxy'
          image: proxyImage
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
          env: [
            { name: 'OUTAGE_DESK_HOST', value: ':8080' }
            { name: 'OUTAGE_DESK_BOT', value: '127.0.0.1:3978' }
          ]
          volumeMounts: [
            {
              volumeName: 'proxy'
              mountPath: '/etc/caddy'
            }
          ]
        }
      ]
    }
  }
  dependsOn: [pullRole, readRole, databaseUrl]
}

module alerts 'alerts.bicep' = if (!empty(image)) {
  name: 'alerts'
  params: {
    location: location
    name: name
    email: alertEmail
    endpoint: 'https://${host}/api/messages'
    logsId: logs.id
    appId: app.id
    databaseId: database.outputs.id
  }
}

@description('Where the image is built: az acr build --registry THIS.')
output registry string = registry.name

@description('Where the desk file and secrets go: az keyvault secret set --vault-name THIS.')
output vault string = vault.name

@description('Where Teams sends messages. The registration of the bot says the same.')
output endpoint string = 'https://${host}/api/messages'

@description('For the package of the app: MicrosoftAppId in env/.env.')
output botId string = botId
