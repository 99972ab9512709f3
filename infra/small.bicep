// The small variant: one machine with a disk of its own for SQLite, and the registration of the bot. What runs on it is installed as
// env/deploy/README.md says. When it is enough: README.md beside this file.
targetScope = 'resourceGroup'

param location string = resourceGroup().location

@minLength(3)
@maxLength(16)
param name string = 'outage-desk'

@description('The name by which Teams reaches it, such as desk.example.com, which you lead to the address of the machine. Empty: the name that Azure gives it.')
param hostName string = ''

@description('The public half of a key with which you sign in (ssh).')
param sshKey string

@description('From where you sign in: an address, or a range such as 203.0.113.0/24. Nobody else reaches port 22.')
param adminAddress string

var label = '${name}-${uniqueString(resourceGroup().id)}'
var host = empty(hostName) ? address.properties.dnsSettings.fqdn : hostName
var ways = [
  { name: 'web', port: '443', from: 'Internet', priority: 100 }
  // For the certificate.
  { name: 'certificate', port: '80', from: 'Internet', priority: 110 }
  { name: 'ssh', port: '22', from: adminAddress, priority: 120 }
]

// Who the bot is: it gets its tokens from the machine, and there is no secret.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

resource gate 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${name}-gate'
  location: location
  properties: {
    securityRules: [
      for way in ways: {
        name: way.name
        properties: {
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          priority: way.priority
          sourceAddressPrefix: way.from
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: way.port
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/24']
    }
    subnets: [
      {
        name: 'bot'
        properties: {
          addressPrefix: '10.20.0.0/28'
          networkSecurityGroup: {
            id: gate.id
          }
        }
      }
    ]
  }

  resource bot 'subnets' existing = {
    name: 'bot'
  }
}

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: '${name}-address'
  location: location
  sku: {
    name: 'Standard'
  }
  properties: {
    publicIPAllocationMethod: 'Static'
    dnsSettings: {
      domainNameLabel: label
    }
  }
}

resource card 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: '${name}-card'
  location: location
  properties: {
    ipConfigurations: [
      {
        name: 'bot'
        properties: {
          subnet: {
            id: network::bot.id
          }
          publicIPAddress: {
            id: address.id
          }
        }
      }
    ]
  }
}

// The record, apart from the system: it stays when the machine is made anew.
resource record 'Microsoft.Compute/disks@2024-03-02' = {
  name: '${name}-record'
  location: location
  sku: {
    name: 'StandardSSD_LRS'
  }
  properties: {
    creationData: {
      createOption: 'Empty'
    }
    diskSizeGB: 16
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: record
  properties: {
    level: 'CanNotDelete'
    notes: 'The record of all outages.'
  }
}

resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    hardwareProfile: {
      vmSize: 'Standard_B2als_v2'
    }
    osProfile: {
      computerName: name
      adminUsername: 'operator'
      customData: loadFileAsBase64('small.cloud-init.yaml')
      linuxConfiguration: {
        disablePasswordAuthentication: true
        ssh: {
          publicKeys: [
            {
              path: '/home/operator/.ssh/authorized_keys'
              keyData: sshKey
            }
          ]
        }
      }
    }
    storageProfile: {
      imageReference: {
        publisher: 'Debian'
        offer: 'debian-13'
        sku: '13-gen2'
        version: 'latest'
      }
      osDisk: {
        createOption: 'FromImage'
        managedDisk: {
          storageAccountType: 'StandardSSD_LRS'
        }
      }
      dataDisks: [
        {
          lun: 0
          createOption: 'Attach'
          managedDisk: {
            id: record.id
          }
        }
      ]
    }
    networkProfile: {
      networkInterfaces: [
        {
          id: card.id
        }
      ]
    }
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: label
    endpoint: 'https://${host}/api/messages'
    appId: identity.properties.clientId
    identityId: identity.id
  }
}

@description('Where Teams sends messages.')
output endpoint string = 'https://${host}/api/messages'

@description('MicrosoftAppId in env/.env, with MicrosoftAppType=UserAssignedMsi.')
output botId string = identity.properties.clientId

@description('Lead the name of the desk here, and sign in here as operator.')
output ipAddress string = address.properties.ipAddress
