// PostgreSQL, reached by the bots' network alone, with point-in-time recovery.
param location string
param name string

@description('Of the virtual network in which the database can be reached.')
param networkId string
param subnetId string

@secure()
param password string
param backupDays int

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'bots'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  sku: {
    name: 'Standard_B1ms'
    tier: 'Burstable'
  }
  properties: {
    version: '17'
    administratorLogin: 'outage_desk'
    administratorLoginPassword: password
    storage: {
      storageSizeGB: 32
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: 'Disabled'
    }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zone.id
      publicNetworkAccess: 'Disabled'
    }
    highAvailability: {
      mode: 'Disabled'
    }
  }
  dependsOn: [zone::link]

  resource desk 'databases' = {
    name: 'outage_desk'
  }
}

// Backups are gone with their server.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: server
  properties: {
    level: 'CanNotDelete'
    notes: 'The record of all outages, and its backups. Take this lock away only to delete both.'
  }
}

output id string = server.id
output host string = server.properties.fullyQualifiedDomainName
